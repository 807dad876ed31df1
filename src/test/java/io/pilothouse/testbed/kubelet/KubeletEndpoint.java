package io.pilothouse.testbed.kubelet;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The kubelet's HTTPS endpoint on loopback: one for all nodes. Its port is taken at once, answers come after the start. */
final class KubeletEndpoint implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final HttpsServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    KubeletEndpoint(KubeletSettings settings, Supplier<List<PodPicture>> pods, Clock clock) {
        try {
            server = HttpsServer.create(new InetSocketAddress(LocalKubelet.HOST_ADDRESS, 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext(ContainerLogsHandler.PATH, new ContainerLogsHandler(pods, clock));
        for (LocalNode node : settings.nodes()) {
            server.createContext(
                    LocalKubelet.metricsPath(node.name()), new ResourceMetricsHandler(node.name(), pods, clock));
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void start(Path directory) throws IOException, InterruptedException {
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSignedCertificate.create(directory)));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
