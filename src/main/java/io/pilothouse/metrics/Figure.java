package io.pilothouse.metrics;

/** A figure that is drawn over time, one line for each pod or broker. With which metrics it is answered, the adapter knows. */
public enum Figure {
    /** CPU used. Source: the kubelet's {@code container_cpu_usage_seconds_total}. */
    CPU("CPU used", Unit.CORES, "Per pod, as its kubelet measures it."),
    /**
     * The share of CPU periods in which a container was held back by its limit. Source: cAdvisor's
     * {@code container_cpu_cfs_throttled_periods_total} by {@code container_cpu_cfs_periods_total}.
     */
    CPU_THROTTLED(
            "CPU throttled",
            Unit.SHARE,
            "Share of 100 ms periods in which its CPU limit held a pod back. From cAdvisor."),
    /** The working set, which is what the limit is compared with. Source: the kubelet's {@code container_memory_working_set_bytes}. */
    MEMORY("Memory used", Unit.BYTES, "Working set per pod: what the kernel compares with the memory limit."),
    /** Source: {@code BrokerTopicMetrics BytesInPerSec}. */
    BYTES_IN("From producers", Unit.BYTES_PER_SECOND, "Bytes a second written by producers, per broker."),
    /** Source: {@code BrokerTopicMetrics BytesOutPerSec}. */
    BYTES_OUT(
            "To consumers", Unit.BYTES_PER_SECOND, "Bytes a second read by consumers, per broker, without followers."),
    /** Source: {@code BrokerTopicMetrics MessagesInPerSec}. */
    MESSAGES_IN("Records in", Unit.PER_SECOND, "Records a second written by producers, per broker."),
    /** Source: {@code ReplicaManager UnderReplicatedPartitions}. */
    UNDER_REPLICATED("Under-replicated", Unit.COUNT, "Partitions led by a broker that lack a replica in sync."),
    /** Source: {@code ReplicaManager IsrShrinksPerSec}. */
    IN_SYNC_SHRINKS(
            "In-sync sets shrunk",
            Unit.PER_SECOND,
            "How often a broker dropped a replica from an in-sync set, a second."),
    /** Source: {@code ReplicaFetcherManager MaxLag}. */
    FOLLOWER_LAG("Follower lag", Unit.COUNT, "Records that a broker's furthest replica is behind its leader."),
    /** Source: {@code kafka.log Log Size}, summed. */
    LOG_SIZE("Disk used by logs", Unit.BYTES, "Bytes of all replicas on a broker."),
    /** Source: {@code KafkaRequestHandlerPool RequestHandlerAvgIdlePercent}. */
    HANDLERS_IDLE(
            "Request handlers idle",
            Unit.SHARE,
            "Share of time a broker's request handlers wait; near 0 the broker is saturated."),
    /** Source: {@code producer-topic-metrics record-send-total} of Kafka's producers. */
    RECORDS_WRITTEN(
            "Records written", Unit.PER_SECOND, "Records a second to Kafka, per pod, as its producers count them."),
    /** Source: this console's {@code pilothouse_group_lag_records}, or else the Kafka exporter's {@code kafka_consumergroup_lag}. */
    LAG("Lag", Unit.COUNT, "Records that the group has yet to read, per topic."),
    /** Source: this console's {@code pilothouse_group_lag_seconds}. */
    LAG_TIME("Behind", Unit.SECONDS, "How old the oldest record is that the group has yet to read, per topic.");

    private final String title;
    private final Unit unit;
    private final String about;

    Figure(String title, Unit unit, String about) {
        this.title = title;
        this.unit = unit;
        this.about = about;
    }

    /** Its name on the screen. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** What it says, in a sentence. */
    public String about() {
        return about;
    }
}
