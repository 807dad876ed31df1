package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter says when it meets servers that are not as they should be. */
@RunsAlongside
@ExtendWith(ControlPlaneExtension.class)
class FailuresTest {

    private static final String TOKEN = "a-secret-token";

    @TempDir
    Path directory;

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Failure failure = failure("https://127.0.0.1:" + port);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.summary()).contains("127.0.0.1:" + port, "cannot be reached");
    }

    @Test
    void somebodyListensButSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Failure failure = failure("https://127.0.0.1:" + silent.getLocalPort());
            assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMEOUT);
            assertThat(failure.summary()).contains("does not answer in time");
        }
    }

    @Test
    void theCertificateIsFromSomebodyElse(ControlPlane plane) throws IOException {
        Failure failure = failure(plane.files().addresses().apiServerUrl());
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(failure.summary()).contains("cannot be trusted");
        assertThat(failure.detail()).contains("certification path");
    }

    @Test
    void theTokenIsNotAccepted(ControlPlane plane) throws IOException {
        String accepted = Files.readString(plane.files().kubeconfig(Account.CONSOLE));
        Failure failure = failureWith(accepted.replaceAll("token: [^,}\\s]+", "token: " + TOKEN));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.summary()).contains("does not accept the console's credentials");
    }

    @Test
    void nothingSaysWhereTheApiServerIs() {
        Failure failure = Failures.ofServer(
                new ExecutionException(new UnknownHostException("kubernetes.default.svc")),
                "https://kubernetes.default.svc/",
                Instant.EPOCH);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.remedy()).contains("pilothouse.kubernetes.kubeconfig", "KUBECONFIG");
    }

    private Failure failure(String server) throws IOException {
        return failureWith("""
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: %s}}]
                contexts: [{name: c, context: {cluster: c, user: u}}]
                current-context: c
                """.formatted(server, TOKEN));
    }

    /** What is told once a few seconds have passed; whatever it is, it holds no secret. */
    private Failure failureWith(String kubeconfig) throws IOException {
        Path file = Files.writeString(directory.resolve("kubeconfig"), kubeconfig);
        try (Adapter adapter = new Adapter(file)) {
            Failure failure = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> adapter.current().problem().orElseThrow(),
                            told -> told.kind() != Failure.Kind.PREPARING);
            assertThat(adapter.current()).isInstanceOf(Observed.Missing.class);
            assertThat(failure.toString()).doesNotContain(TOKEN);
            assertThat(failure.remedy()).isNotEmpty();
            return failure;
        }
    }
}
