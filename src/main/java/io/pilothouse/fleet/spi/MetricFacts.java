package io.pilothouse.fleet.spi;

import java.util.List;
import java.util.Map;

/** Reads current values from Prometheus for the picture. */
public interface MetricFacts {

    /**
     * The present values of a named figure, one for each object that has it; empty when no series has it. Blocks until the deadline
     * at most.
     *
     * @throws SourceUnavailable when Prometheus gives no answer
     */
    List<Measurement> read(Figure figure) throws SourceUnavailable;

    /** Figures the picture needs; what each is asked with stands in the catalogue of the adapter. */
    enum Figure {
        /** CPU of a pod in cores, labels {@code namespace}, {@code pod}. */
        POD_CPU,
        /** Working set of a pod in bytes, labels {@code namespace}, {@code pod}. */
        POD_MEMORY,
        /** Bytes a second from producers into a broker, labels {@code namespace}, {@code pod}. */
        BROKER_BYTES_IN,
        /** Bytes a second from a broker to consumers, labels {@code namespace}, {@code pod}. */
        BROKER_BYTES_OUT,
        /** Messages that a broker's furthest follower replica is behind its leader, labels {@code namespace}, {@code pod}. */
        BROKER_FOLLOWER_LAG,
        /** Records a second that a pod's Kafka producers write to a topic, labels {@code namespace}, {@code pod}, {@code topic}. */
        RECORDS_WRITTEN
    }

    /** One value with the labels that say whose it is; never NaN. */
    record Measurement(Map<String, String> labels, double value) {}
}
