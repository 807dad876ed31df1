package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.pilothouse.base.Observed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the API server all the time whether it is ready, since a broken watch alone is slow to tell. */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    /**
     * What a question came to.
     *
     * @param answered whether the API server is ready
     * @param outage for how long it was not, before it answered this time; zero when it answered the last time too
     */
    record Beat(boolean answered, Duration outage) {}

    private final KubernetesClient client;
    private final KubernetesProperties properties;
    private final Clock clock;
    private final List<Consumer<Beat>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kubernetes heartbeat").factory());
    private volatile Observed<Instant> last;
    private volatile boolean running;

    Heartbeat(KubernetesClient client, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
        this.last = new Observed.Missing<>(Failures.notListedYet(clock.instant()));
    }

    /** Calls the listener after each question, on the heartbeat's own thread. */
    void onBeat(Consumer<Beat> listener) {
        listeners.add(listener);
    }

    /** When it was ready last, and what went wrong since. */
    Observed<Instant> last() {
        return last;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::beat, 0, properties.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        try {
            Beat beat = asked();
            listeners.forEach(listener -> listener.accept(beat));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("A heartbeat went wrong; the next one follows", e);
        }
    }

    private Beat asked() throws InterruptedException {
        Observed<Instant> before = last;
        Instant begin = clock.instant();
        try {
            ask();
            Instant now = clock.instant();
            last = new Observed.Fresh<>(now, now);
            return new Beat(
                    true,
                    before.problem()
                            .map(failure -> Duration.between(failure.since(), now))
                            .orElse(Duration.ZERO));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            last = before.after(Failures.ofServer(e, String.valueOf(client.getMasterUrl()), begin));
            return new Beat(false, Duration.ZERO);
        }
    }

    private void ask() throws ExecutionException, TimeoutException, InterruptedException {
        HttpClient http = client.getHttpClient();
        HttpRequest ready = http.newHttpRequestBuilder()
                .uri(client.getMasterUrl() + "readyz")
                .build();
        CompletableFuture<HttpResponse<String>> question = http.sendAsync(ready, String.class);
        try {
            HttpResponse<String> answer = question.get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
            // who may not ask whether it is ready has still been answered
            if (!answer.isSuccessful() && answer.code() != Failures.FORBIDDEN) {
                throw new KubernetesClientException(Metadata.text(answer.body()), answer.code(), null);
            }
        } finally {
            question.cancel(true);
        }
    }
}
