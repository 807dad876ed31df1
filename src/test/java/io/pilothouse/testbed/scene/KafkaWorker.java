package io.pilothouse.testbed.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Consumes {@code KAFKA_INPUT_TOPICS} as a member of {@code KAFKA_GROUP_ID}, at most {@code RECORDS_PER_SECOND} if that is
 * set, and writes one record to {@code KAFKA_OUTPUT_TOPIC} for each, if that is set. Offsets are committed once the output
 * is acknowledged: nothing is lost, and after a failure some records come twice.
 */
final class KafkaWorker implements DemoService {

    /** A client of the new group protocol spins as long as it polls while no broker answers, so it is to do so but a part of the time. */
    private static final Duration POLL = Duration.ofMillis(50);

    private static final Duration WITHOUT_RECORDS = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final int RECORDS_AT_ONCE = 200;
    private static final int RECORDS_A_REPORT = 50;
    private static final double CPU_SECONDS_A_RECORD = 0.0015;

    private final String logger;
    private final String deed;

    /** @param deed what it does with a record, for its log: "Charged", "Notified" */
    KafkaWorker(String logger, String deed) {
        this.logger = logger;
        this.deed = deed;
    }

    @Override
    public int run(ServiceContext context) throws InterruptedException {
        context.log()
                .info(logger, "Starting " + context.name() + ", consuming " + context.required("KAFKA_INPUT_TOPICS"));
        while (!context.stopping()) {
            try {
                consume(context);
            } catch (KafkaException | ExecutionException e) {
                context.metrics().failed();
                context.log().error(logger, "Kafka cannot be reached, starting over in 2 s: " + e.getMessage());
                context.pause(AFTER_FAILURE);
            }
        }
        context.log().info(logger, "Left the group and stopped");
        return ServiceContext.TERMINATED;
    }

    private void consume(ServiceContext context) throws InterruptedException, ExecutionException {
        Optional<Double> pace = context.setting("RECORDS_PER_SECOND").map(Double::valueOf);
        int atOnce = pace.map(perSecond -> Math.max(1, perSecond.intValue())).orElse(RECORDS_AT_ONCE);
        Optional<Outlet> outlet = context.setting("KAFKA_OUTPUT_TOPIC").map(topic -> new Outlet(context, topic));
        KafkaConsumer<String, String> consumer = KafkaClients.consumer(context, atOnce);
        try {
            consumer.subscribe(List.of(context.required("KAFKA_INPUT_TOPICS").split(",")));
            int sinceReport = 0;
            while (!context.stopping()) {
                ConsumerRecords<String, String> records = consumer.poll(POLL);
                if (records.isEmpty()) {
                    context.pause(WITHOUT_RECORDS);
                }
                for (ConsumerRecord<String, String> record : records) {
                    process(context, record, pace);
                    outlet.ifPresent(to -> to.send(record));
                    sinceReport = (sinceReport + 1) % RECORDS_A_REPORT;
                    if (sinceReport == 0) {
                        report(context, record);
                    }
                }
                if (outlet.isPresent()) {
                    outlet.get().awaitAcknowledgements();
                }
                if (!context.stopping()) {
                    consumer.commitAsync();
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
            outlet.ifPresent(Outlet::close);
        }
    }

    private static void process(ServiceContext context, ConsumerRecord<String, String> record, Optional<Double> pace)
            throws InterruptedException {
        Duration spent = Duration.ofNanos(900_000 + context.random().nextInt(1_200_000));
        if (pace.isPresent()) {
            spent = Duration.ofNanos((long) (1e9 / pace.get()));
            context.pause(spent);
        }
        context.usage().burn(CPU_SECONDS_A_RECORD);
        context.metrics().consumed(record.topic(), spent);
    }

    private void report(ServiceContext context, ConsumerRecord<String, String> record) {
        context.log()
                .info(
                        logger,
                        "%s %s (%s-%d@%d)"
                                .formatted(deed, record.key(), record.topic(), record.partition(), record.offset()));
    }

    /** The topic it writes to, and what was sent there but not acknowledged yet. */
    private static final class Outlet {

        private final ServiceContext context;
        private final String topic;
        private final KafkaProducer<String, String> producer;
        private final List<Future<RecordMetadata>> sent = new ArrayList<>();

        Outlet(ServiceContext context, String topic) {
            this.context = context;
            this.topic = topic;
            this.producer = KafkaClients.producer(context);
        }

        void send(ConsumerRecord<String, String> record) {
            sent.add(producer.send(new ProducerRecord<>(topic, record.key(), record.value())));
        }

        void awaitAcknowledgements() throws InterruptedException, ExecutionException {
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
            context.metrics().produced(topic, sent.size());
            sent.clear();
        }

        void close() {
            producer.close(CLOSE);
        }
    }
}
