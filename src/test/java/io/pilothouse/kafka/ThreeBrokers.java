package io.pilothouse.kafka;

import io.pilothouse.testbed.kafka.BrokerName;
import io.pilothouse.testbed.kafka.BrokerRuntime;
import io.pilothouse.testbed.kafka.BrokerStart;
import io.pilothouse.testbed.kafka.KafkaInstallation;
import io.pilothouse.testbed.kubelet.PodNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three brokers with the ids 0 to 2 that are controllers as well, each a process that tests can end, hold up and start again. One that falls
 * silent is fenced after 3 seconds and not after 6 or 9, which nothing here is about: one that was killed may come back no sooner.
 */
public final class ThreeBrokers implements AutoCloseable {

    private static final String VERSION = "4.4.0";
    private static final int COUNT = 3;
    private static final int SMALL = 256;

    private final PodNetwork network = PodNetwork.claim();
    private final BrokerRuntime runtime;

    ThreeBrokers(Path directory) throws IOException {
        this(directory, SMALL);
    }

    /**
     * @param directory for volumes and logs
     * @param heapMegabytes how much each of them may hold
     */
    public ThreeBrokers(Path directory, int heapMegabytes) throws IOException {
        var installations = List.of(KafkaInstallation.resolve(VERSION));
        runtime = new BrokerRuntime(() -> installations, network, directory, Clock.systemUTC(), heapMegabytes);
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return all(id -> runtime.address(name(id)).getHostAddress() + ":9092");
    }

    /** Starts all three; returns at once. */
    public void startAll() throws IOException {
        for (int id = 0; id < COUNT; id++) {
            start(id);
        }
    }

    /** Starts a broker where it left off; one that runs is left alone. */
    void start(int id) throws IOException {
        String config = """
                node.id=%1$d
                process.roles=broker,controller
                broker.rack=${strimzidir:/opt/kafka/init:rack.id}
                listeners=CONTROLPLANE-9090://0.0.0.0:9090,REPLICATION-9091://0.0.0.0:9091,PLAIN-9092://0.0.0.0:9092
                advertised.listeners=REPLICATION-9091://%2$s:9091,PLAIN-9092://%2$s:9092
                listener.security.protocol.map=CONTROLPLANE-9090:PLAINTEXT,REPLICATION-9091:PLAINTEXT,PLAIN-9092:PLAINTEXT
                controller.listener.names=CONTROLPLANE-9090
                inter.broker.listener.name=REPLICATION-9091
                controller.quorum.voters=%3$s
                log.dirs=/var/lib/kafka/data-0/kafka-log%1$d
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                """.formatted(id, host(id), all(other -> other + "@" + host(other) + ":9090"));
        Path volume = runtime.volume("kafka", "data-0-" + name(id).pod());
        runtime.start(new BrokerStart(
                name(id),
                VERSION,
                config,
                "AAAAAAAAQACAAAAAAAAAAA",
                "zone-" + id,
                Map.of("/var/lib/kafka/data-0", volume)));
    }

    /** SIGKILL; returns when the process has gone. */
    void kill(int id) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid(id)).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** SIGSTOP: the broker hangs, its connections stay. */
    void suspend(int id) throws Exception {
        signal(id, "STOP");
    }

    /** SIGCONT. */
    void resume(int id) throws Exception {
        signal(id, "CONT");
    }

    private void signal(int id, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid(id)))
                .inheritIO()
                .start()
                .onExit()
                .get(10, TimeUnit.SECONDS);
    }

    private long pid(int id) {
        return runtime.pid(name(id)).orElseThrow();
    }

    private static BrokerName name(int id) {
        return new BrokerName("kafka", "main-brokers-" + id);
    }

    private static String host(int id) {
        return name(id).host("main-kafka-brokers");
    }

    private static String all(IntFunction<String> form) {
        return IntStream.range(0, COUNT).mapToObj(form).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        runtime.close();
        network.close();
    }
}
