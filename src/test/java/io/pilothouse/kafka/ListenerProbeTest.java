package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.kafka.Finding.Listener;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.process.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real broker answers is in the contract; here are its other listeners' answers, and peers that are none. */
@RunsAlongside
class ListenerProbeTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final String PASSWORD = "changeit";

    private interface Peer {
        void talk(Socket socket) throws IOException;
    }

    @Test
    void nobodyListens() {
        assertThat(look(FreePorts.next())).isEqualTo(Listener.REFUSED);
    }

    @Test
    void theNameIsUnknown() {
        assertThat(ListenerProbe.look(new Address("kafka.invalid", 9092), DEADLINE)
                        .listener())
                .isEqualTo(Listener.UNKNOWN_HOST);
    }

    @Test
    void theKernelAcceptsButTheProgramHangs() throws IOException {
        try (ServerSocket server = server()) {
            assertThat(look(server.getLocalPort())).isEqualTo(Listener.SILENT);
        }
    }

    @Test
    void packetsAreSwallowed() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket server = server()) {
            fillQueue(server, waiting);

            assertThat(look(server.getLocalPort())).isEqualTo(Listener.UNREACHABLE);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aProxyEndsTheConnection() throws IOException {
        try (ServerSocket server = serving(server(), socket -> {})) {
            assertThat(look(server.getLocalPort())).isEqualTo(Listener.FOREIGN);
        }
    }

    @Test
    void aWebServerListens() throws IOException {
        try (ServerSocket server = serving(
                server(),
                socket ->
                        socket.getOutputStream().write("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(look(server.getLocalPort())).isEqualTo(Listener.FOREIGN);
        }
    }

    @Test
    void theListenerAuthenticates() throws IOException {
        try (ServerSocket server = serving(server(), ListenerProbeTest::answerWithMechanisms)) {
            Finding finding = ListenerProbe.look(address(server.getLocalPort()), DEADLINE);

            assertThat(finding.listener()).isEqualTo(Listener.SASL);
            assertThat(finding.detail()).isEqualTo("SASL SCRAM-SHA-512, OAUTHBEARER");
        }
    }

    @Test
    void theListenerSpeaksTls(@TempDir Path directory) throws Exception {
        try (ServerSocket server = serving(
                tlsContext(directory).getServerSocketFactory().createServerSocket(0, 1, loopback()),
                socket -> socket.getInputStream().read())) {
            assertThat(look(server.getLocalPort())).isEqualTo(Listener.TLS);
        }
    }

    private static Listener look(int port) {
        return ListenerProbe.look(address(port), DEADLINE).listener();
    }

    private static Address address(int port) {
        return new Address("127.0.0.1", port);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, loopback());
    }

    /** Answers each connection until the server is closed. */
    private static ServerSocket serving(ServerSocket server, Peer peer) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    peer.talk(socket);
                } catch (IOException e) {
                    // the server or the connection was closed
                }
            }
        });
        return server;
    }

    /** Connections that nobody accepts, until the kernel takes no more. */
    private static void fillQueue(ServerSocket server, List<Socket> waiting) throws IOException {
        try {
            while (true) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (SocketTimeoutException full) {
            // as wanted
        }
    }

    /** The response of SaslHandshake, version 1: size, correlation id, error UNSUPPORTED_SASL_MECHANISM, mechanisms. */
    private static void answerWithMechanisms(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        byte[] request = in.readNBytes(in.readInt());
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeInt(ByteBuffer.wrap(request).getInt(4));
        out.writeShort(Errors.UNSUPPORTED_SASL_MECHANISM.code());
        out.writeInt(2);
        out.writeUTF("SCRAM-SHA-512");
        out.writeUTF("OAUTHBEARER");
        var socketOut = new DataOutputStream(socket.getOutputStream());
        socketOut.writeInt(body.size());
        socketOut.write(body.toByteArray());
    }

    private static SSLContext tlsContext(Path directory) throws Exception {
        Path file = directory.resolve("keystore.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "broker",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .start()
                .waitFor(30, TimeUnit.SECONDS);
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
