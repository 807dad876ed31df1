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

/** A broker with a plain listener, one for SASL/PLAIN without TLS, and one for SCRAM over TLS with a certificate that nobody knows yet. */
final class SecuredBroker implements AutoCloseable {

    static final String STORE_PASSWORD = "store-secret";

    private static final String VERSION = "4.4.0";
    private static final BrokerName NAME = new BrokerName("kafka", "secured-brokers-0");
    private static final int PLAIN = 9092;
    private static final int SCRAM_OVER_TLS = 9093;
    private static final int PLAIN_CREDENTIALS = 9094;

    private final PodNetwork network = PodNetwork.claim();
    private final BrokerRuntime runtime;
    private final Path directory;

    SecuredBroker(Path directory) throws IOException {
        this.directory = directory;
        var installations = List.of(KafkaInstallation.resolve(VERSION));
        runtime = new BrokerRuntime(() -> installations, network, directory, Clock.systemUTC());
    }

    /** Starts it with one user of SASL/PLAIN; those of SCRAM are made through the plain listener. */
    void start(String user, String password) throws Exception {
        makeCertificate();
        String host = NAME.host("secured-kafka-brokers");
        String config = """
                node.id=0
                process.roles=broker,controller
                listeners=CONTROLPLANE-9090://0.0.0.0:9090,PLAIN-9092://0.0.0.0:9092,TLS-9093://0.0.0.0:9093,SASL-9094://0.0.0.0:9094
                advertised.listeners=PLAIN-9092://%1$s:9092,TLS-9093://%1$s:9093,SASL-9094://%1$s:9094
                listener.security.protocol.map=CONTROLPLANE-9090:PLAINTEXT,PLAIN-9092:PLAINTEXT,TLS-9093:SASL_SSL,SASL-9094:SASL_PLAINTEXT
                controller.listener.names=CONTROLPLANE-9090
                inter.broker.listener.name=PLAIN-9092
                controller.quorum.voters=0@%1$s:9090
                offsets.topic.replication.factor=1
                log.dirs=/var/lib/kafka/data-0/kafka-log0
                listener.name.tls-9093.sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.tls-9093.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
                listener.name.tls-9093.ssl.keystore.type=PKCS12
                listener.name.tls-9093.ssl.keystore.location=%2$s
                listener.name.tls-9093.ssl.keystore.password=%3$s
                listener.name.sasl-9094.sasl.enabled.mechanisms=PLAIN
                listener.name.sasl-9094.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_%4$s="%5$s";
                """.formatted(host, store(), STORE_PASSWORD, user, password);
        runtime.start(new BrokerStart(
                NAME,
                VERSION,
                config,
                "AAAAAAAAQACAAAAAAAAAAA",
                "zone-a",
                Map.of("/var/lib/kafka/data-0", runtime.volume("kafka", "data-0-" + NAME.pod()))));
    }

    String plain() {
        return address(PLAIN);
    }

    String scramOverTls() {
        return address(SCRAM_OVER_TLS);
    }

    String plainCredentials() {
        return address(PLAIN_CREDENTIALS);
    }

    /** Holds its certificate and key; good enough to trust the certificate by. */
    Path store() {
        return directory.resolve("secured.p12");
    }

    private String address(int port) {
        return runtime.address(NAME).getHostAddress() + ":" + port;
    }

    private void makeCertificate() throws Exception {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "broker",
                        "-dname",
                        "CN=secured",
                        "-ext",
                        "san=ip:" + runtime.address(NAME).getHostAddress(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        store().toString())
                .inheritIO()
                .start()
                .onExit()
                .get(30, TimeUnit.SECONDS)
                .exitValue();
        if (exit != 0) {
            throw new IllegalStateException("keytool ended with " + exit);
        }
    }

    @Override
    public void close() {
        runtime.close();
        network.close();
    }
}
