package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks the API server from time to time whether it is there, since a broken watch alone is slow to tell. */
final class Heartbeat {

    /** What a question came to. */
    enum Beat {
        /** It answered, as it did before. */
        GOOD,
        /** It answered for the first time, or for the first time after it did not. */
        BACK,
        /** It did not answer. */
        MISSED
    }

    private final KubernetesClient client;
    private final KubernetesProperties properties;
    private final Clock clock;
    private final Consumer<Beat> onBeat;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kubernetes heartbeat").factory());
    private volatile Observed<Instant> last;

    Heartbeat(KubernetesClient client, KubernetesProperties properties, Clock clock, Consumer<Beat> onBeat) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
        this.onBeat = onBeat;
        this.last = new Observed.Missing<>(stillListing());
    }

    void start() {
        timer.scheduleWithFixedDelay(this::beat, 0, properties.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    /** When it last answered, and what went wrong since. */
    Observed<Instant> last() {
        return last;
    }

    /** It answers, but its objects are not all listed yet. */
    Failure stillListing() {
        return new Failure(
                Failure.Kind.PREPARING,
                "Kubernetes' objects are being listed",
                "Nothing of Kubernetes can be shown yet.",
                "It appears by itself within seconds.",
                "",
                clock.instant());
    }

    private void beat() {
        Observed<Instant> before = last;
        Instant now = clock.instant();
        try {
            ask();
            last = new Observed.Fresh<>(now, now);
            onBeat.accept(before instanceof Observed.Fresh ? Beat.GOOD : Beat.BACK);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            last = before.after(Failures.ofServer(e, String.valueOf(client.getMasterUrl()), now));
            onBeat.accept(Beat.MISSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws ExecutionException, TimeoutException, InterruptedException {
        HttpClient http = client.getHttpClient();
        HttpRequest version = http.newHttpRequestBuilder()
                .uri(client.getMasterUrl() + "version")
                .build();
        HttpResponse<String> answer =
                http.sendAsync(version, String.class).get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
        if (!answer.isSuccessful()) {
            throw new io.fabric8.kubernetes.client.KubernetesClientException(answer.body(), answer.code(), null);
        }
    }
}
