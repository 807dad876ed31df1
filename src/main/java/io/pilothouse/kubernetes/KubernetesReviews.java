package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks the API server about people, with the deadline of all requests. While it is not ready it is not asked: it would say no to everything
 * before it has read its own bindings.
 */
@Component
class KubernetesReviews {

    private final KubernetesClient client;
    private final Heartbeat heartbeat;
    private final KubernetesProperties properties;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    KubernetesReviews(KubernetesClient client, Heartbeat heartbeat, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.heartbeat = heartbeat;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param forbidden what it means that the console may not ask
     */
    <T> T ask(Supplier<T> question, BiFunction<Throwable, Instant, Failure> forbidden) throws Undecided {
        Optional<Failure> notReady = heartbeat.last().problem();
        if (notReady.isPresent()) {
            throw new Undecided(notReady.orElseThrow());
        }
        try {
            return CompletableFuture.supplyAsync(question, threads)
                    .get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw undecided(e, forbidden);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw undecided(e, forbidden);
        }
    }

    private Undecided undecided(Exception cause, BiFunction<Throwable, Instant, Failure> forbidden) {
        return new Undecided(
                Failures.hasCode(cause, Failures.FORBIDDEN)
                        ? forbidden.apply(cause, clock.instant())
                        : Failures.ofServer(cause, String.valueOf(client.getMasterUrl()), clock.instant()));
    }
}
