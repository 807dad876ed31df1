package io.pilothouse.testbed.scene;

import io.pilothouse.testbed.kubelet.ContainerExit;
import io.pilothouse.testbed.kubelet.HeldLog;
import io.pilothouse.testbed.kubelet.LogSink;
import io.pilothouse.testbed.kubelet.RunningContainer;
import io.pilothouse.testbed.kubelet.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** One running demo service: a thread, an HTTP port on the pod's address, and what it has counted. */
final class ServiceInstance implements RunningContainer {

    private static final Duration UNTIL_READY = Duration.ofMillis(1_500);

    private final String name;
    private final InetAddress address;
    private final DemoService service;
    private final ServiceContext context;
    private final ServiceEndpoint endpoint;
    private final HeldLog log = new HeldLog();
    private final CompletableFuture<ContainerExit> exit = new CompletableFuture<>();
    private final CompletableFuture<Boolean> warm = new CompletableFuture<>();
    private final Thread thread;

    /** @throws IOException if its port on the address cannot be opened */
    ServiceInstance(
            String name,
            ServiceCatalogue.Entry entry,
            Map<String, String> environment,
            InetAddress address,
            Supplier<String> bootstrapServers,
            IntSupplier peers,
            Clock clock)
            throws IOException {
        this.name = name;
        this.address = address;
        this.service = entry.service();
        byte[] bytes = address.getAddress();
        int instance = Byte.toUnsignedInt(bytes[bytes.length - 1]);
        ServiceMetrics metrics = new ServiceMetrics();
        Random random = new Random(instance);
        this.context = new ServiceContext(
                name,
                String.valueOf(instance),
                environment,
                bootstrapServers,
                peers,
                random,
                new ServiceLog(log),
                metrics,
                new UsageMeter(clock, entry.idleCores(), entry.mebibytes(), random.nextDouble()),
                new CountDownLatch(1));
        this.endpoint = new ServiceEndpoint(address, metrics::text, this::ready);
        this.thread = new PodThread(address, log).unstarted(name + "-" + instance, this::run);
    }

    void begin() {
        warm.completeOnTimeout(true, UNTIL_READY.toMillis(), TimeUnit.MILLISECONDS);
        thread.start();
    }

    String name() {
        return name;
    }

    InetAddress address() {
        return address;
    }

    /** From now on the lines go there, those so far first. */
    void logTo(LogSink sink) {
        log.passTo(sink);
    }

    @Override
    public CompletionStage<ContainerExit> exit() {
        return exit;
    }

    @Override
    public boolean ready() {
        return warm.isDone() && !exit.isDone();
    }

    @Override
    public Optional<Usage> usage() {
        return Optional.of(context.usage().usage());
    }

    @Override
    public void stop(Duration grace) {
        context.stop().countDown();
        exit.copy().orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS).exceptionally(tooLate -> {
            kill();
            return ContainerExit.withCode(137);
        });
    }

    private void kill() {
        thread.interrupt();
        end(ContainerExit.withCode(137));
    }

    private void run() {
        int code = 1;
        try {
            code = service.run(context);
        } catch (InterruptedException killed) {
            code = 137;
        } catch (RuntimeException e) {
            context.log().error(name, "Failed: " + e.getMessage());
        }
        end(ContainerExit.withCode(code));
    }

    private void end(ContainerExit how) {
        endpoint.close();
        exit.complete(how);
    }
}
