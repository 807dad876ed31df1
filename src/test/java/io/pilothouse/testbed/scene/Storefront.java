package io.pilothouse.testbed.scene;

import java.time.Clock;
import java.time.Duration;

/**
 * Serves shoppers, whose number rises and falls in a wave of {@code WAVE_SECONDS}, and writes their clicks to {@code
 * KAFKA_OUTPUT_TOPIC}. The wave is shared by all instances: with more of them, each has less to do, so an autoscaler's
 * decision is seen in the CPU usage.
 */
final class Storefront implements DemoService {

    private static final String LOGGER = "shop.storefront.Requests";
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final double REQUESTS_AT_LOW = 40;
    private static final double REQUESTS_AT_PEAK = 160;
    static final double CPU_SECONDS_A_REQUEST = 0.005;
    private static final int REQUESTS_A_CLICK = 5;
    private static final int ROUNDS_A_REPORT = 10;
    private static final int FAILED_OF = 400;

    private final Clock clock;

    Storefront(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int run(ServiceContext context) throws InterruptedException {
        double period = Double.parseDouble(context.required("WAVE_SECONDS"));
        context.log().info(LOGGER, "Listening on port " + ServiceEndpoint.PORT);
        try (Outbox clicks = new Outbox(context, context.required("KAFKA_OUTPUT_TOPIC"), LOGGER)) {
            for (int round = 1; !context.stopping(); round++) {
                int requests = (int) Math.round(
                        requestsASecond(clock, period) / context.peers().getAsInt());
                serve(context, clicks, requests);
                if (round % ROUNDS_A_REPORT == 0) {
                    context.log()
                            .info(
                                    LOGGER,
                                    requests + " requests in the last second, p95 "
                                            + (35 + context.random().nextInt(20)) + " ms");
                }
                context.pause(ROUND);
            }
        }
        context.log().info(LOGGER, "Closed the port, stopped");
        return ServiceContext.TERMINATED;
    }

    /** Follows the wall clock, so that instances which started at different times agree. */
    static double requestsASecond(Clock clock, double periodSeconds) {
        double phase = clock.millis() / 1e3 % periodSeconds / periodSeconds;
        double share = (1 - Math.cos(2 * Math.PI * phase)) / 2;
        return REQUESTS_AT_LOW + (REQUESTS_AT_PEAK - REQUESTS_AT_LOW) * share;
    }

    private static void serve(ServiceContext context, Outbox clicks, int requests) {
        for (int i = 0; i < requests; i += REQUESTS_A_CLICK) {
            String visitor = "visitor-%05d".formatted(context.random().nextInt(20_000));
            clicks.send(
                    visitor,
                    "{\"visitor\":\"" + visitor + "\",\"page\":\"/products/"
                            + context.random().nextInt(800) + "\"}");
        }
        int failed = context.random().nextInt(FAILED_OF) < requests ? 1 : 0;
        context.metrics().answered(200, requests - failed);
        context.metrics().answered(500, failed);
        context.usage().burn(requests * CPU_SECONDS_A_REQUEST);
    }
}
