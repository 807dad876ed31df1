package io.pilothouse.testbed.scene;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** Takes orders and publishes them to {@code KAFKA_OUTPUT_TOPIC}, {@code ORDERS_PER_SECOND} an instance. */
final class OrderPublisher implements DemoService {

    private static final String LOGGER = "shop.orders.OrderPublisher";
    private static final int CUSTOMERS = 5_000;
    private static final int ROUNDS_A_SECOND = 5;
    private static final int ROUNDS_A_REPORT = 10;
    private static final double CPU_SECONDS_AN_ORDER = 0.002;

    @Override
    public int run(ServiceContext context) throws InterruptedException {
        String topic = context.required("KAFKA_OUTPUT_TOPIC");
        double perRound = Double.parseDouble(context.required("ORDERS_PER_SECOND")) / ROUNDS_A_SECOND;
        context.log().info(LOGGER, "Starting " + context.name() + ", publishing to " + topic);
        double due = 0;
        try (Outbox outbox = new Outbox(context, topic, LOGGER)) {
            for (int round = 1; !context.stopping(); round++) {
                due += perRound;
                String customer = "";
                for (; due >= 1; due--) {
                    customer = publish(context, outbox);
                }
                if (round % ROUNDS_A_REPORT == 0) {
                    context.log()
                            .info(
                                    LOGGER,
                                    "Published an order of " + customer + ", " + outbox.acknowledged() + " in all");
                }
                context.pause(Duration.ofMillis(1_000 / ROUNDS_A_SECOND));
            }
        }
        context.log().info(LOGGER, "Stopped");
        return ServiceContext.TERMINATED;
    }

    private static String publish(ServiceContext context, Outbox outbox) {
        Random random = context.random();
        String customer = "customer-%04d".formatted(random.nextInt(CUSTOMERS));
        String order = "{\"order\":\"%08x\",\"customer\":\"%s\",\"items\":%d,\"total\":%s,\"currency\":\"EUR\"}"
                .formatted(
                        random.nextInt(),
                        customer,
                        1 + random.nextInt(6),
                        String.format(Locale.ROOT, "%.2f", 5 + random.nextDouble() * 195));
        outbox.send(customer, order);
        context.usage().burn(CPU_SECONDS_AN_ORDER);
        return customer;
    }
}
