package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.pilothouse.testbed.kubelet.ContainerState.Ended;
import io.pilothouse.testbed.kubelet.ContainerState.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Starts a container by its runtime and hears of its end. */
final class ContainerStart {

    private static final int FALLBACK_LINES = 80;
    private static final int MESSAGE_CHARACTERS = 2_048;

    private final KubeletParts parts;
    private final Container container;
    private final ContainerLogs logs;
    private final Runnable wake;
    private final ContainerEnvironment environment;
    private final AtomicReference<Optional<Ended>> newestEnd = new AtomicReference<>(Optional.empty());

    ContainerStart(KubeletParts parts, Container container, ContainerLogs logs, Runnable wake) {
        this.parts = parts;
        this.container = container;
        this.logs = logs;
        this.wake = wake;
        this.environment = new ContainerEnvironment(parts.api());
    }

    /** @param run 0 for the first start, then the number of restarts */
    Running start(Pod pod, PodPlace place, int run, Instant now)
            throws ContainerConfigException, ContainerStartException {
        var variables = environment.of(pod, container, place.address());
        ContainerRuntime runtime = parts.runtimeOf(container.getImage())
                .orElseThrow(() -> new ContainerStartException("no runtime for " + container.getImage()));
        LogFile log = logs.begin(run);
        RunningContainer process = runtime.start(request(pod, place, variables, log));
        parts.events().normal(pod, container.getName(), "Created", "Container created");
        parts.events().normal(pod, container.getName(), "Started", "Container started");
        String id = newId();
        process.exit().thenAccept(exit -> ended(id, exit, log, now));
        return new Running(id, process, now, false);
    }

    /** How this run ended, once it has. */
    Optional<Ended> endOf(Running running) {
        return newestEnd.get().filter(ended -> ended.id().equals(running.id()));
    }

    private void ended(String id, ContainerExit exit, LogFile log, Instant startedAt) {
        log.close();
        newestEnd.set(Optional.of(
                new Ended(id, withMessage(exit, log), startedAt, parts.clock().instant())));
        wake.run();
    }

    /** {@code terminationMessagePolicy: FallbackToLogsOnError}. */
    private ContainerExit withMessage(ContainerExit exit, LogFile log) {
        boolean fallsBack = Objects.equals(container.getTerminationMessagePolicy(), "FallbackToLogsOnError")
                && exit.code() != 0
                && exit.terminationMessage().isEmpty();
        if (!fallsBack) {
            return exit;
        }
        List<LogLine> lines = log.lines();
        String tail = lines.subList(Math.max(0, lines.size() - FALLBACK_LINES), lines.size()).stream()
                .map(line -> line.text() + "\n")
                .collect(Collectors.joining());
        return exit.withTerminationMessage(tail.substring(Math.max(0, tail.length() - MESSAGE_CHARACTERS)));
    }

    private ContainerRequest request(Pod pod, PodPlace place, Map<String, String> variables, LogSink log) {
        LocalNode node = parts.node(pod.getSpec().getNodeName());
        return new ContainerRequest(
                PodReference.of(pod),
                container.getName(),
                container.getImage(),
                container.getCommand(),
                container.getArgs(),
                variables,
                place.address(),
                ownDirectory(place),
                PodVolumes.mountsOf(container, place.volumes()),
                node.name(),
                node.zone(),
                HttpProbe.readiness(container, place.address()),
                log);
    }

    private Path ownDirectory(PodPlace place) {
        try {
            return Files.createDirectories(
                    place.directory().resolve("containers").resolve(container.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newId() {
        return "containerd://" + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    }
}
