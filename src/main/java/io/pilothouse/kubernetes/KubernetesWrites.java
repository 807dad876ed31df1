package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.pilothouse.access.Person;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import io.pilothouse.change.spi.ClusterWrites;
import io.pilothouse.change.spi.Unanswered;
import io.pilothouse.change.spi.WriteAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to the API server on behalf of people ("user impersonation" in Kubernetes' documentation), so that its own rights decide and its audit
 * log names the person. Requests are made by hand: what a change leaves alone must not pass through Java types that may not know it.
 */
@Component
class KubernetesWrites implements ClusterWrites {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int NOT_FOUND = 404;

    private final KubernetesClient client;
    private final Duration readDeadline;
    private final Duration writeDeadline;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    KubernetesWrites(KubernetesClient client, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.readDeadline = properties.deadline();
        this.writeDeadline = properties.writeDeadline();
        this.clock = clock;
    }

    @Override
    public Optional<LiveObject> read(Target target) throws Unanswered {
        try {
            Answer answer = send(request(WriteRequest.path(target)).build(), readDeadline);
            if (answer.code() == NOT_FOUND) {
                return Optional.empty();
            }
            if (!answer.successful()) {
                throw new KubernetesClientException(answer.text(), answer.code(), null);
            }
            return Optional.of(new LiveObject(answer.object()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered(target, e);
        } catch (ExecutionException | TimeoutException | KubernetesClientException | JacksonException e) {
            throw unanswered(target, e);
        }
    }

    @Override
    public WriteAnswer tryOut(Person person, Write write, Optional<LiveObject> seen) {
        return all(person, write, seen, true);
    }

    @Override
    public WriteAnswer perform(Person person, Write write, Optional<LiveObject> seen) {
        return all(person, write, seen, false);
    }

    private WriteAnswer all(Person person, Write write, Optional<LiveObject> seen, boolean dryRun) {
        return switch (write) {
            case Write.Single single -> write(person, WriteRequest.of(single, seen, dryRun));
            case Write.Several several -> several(person, several, seen, dryRun);
        };
    }

    /** Only the last one is what was seen. */
    private WriteAnswer several(Person person, Write.Several several, Optional<LiveObject> seen, boolean dryRun) {
        Write.Single last = several.writes().getLast();
        for (Write.Single single : several.writes().subList(0, several.writes().size() - 1)) {
            WriteAnswer answer = write(person, WriteRequest.of(single, Optional.empty(), dryRun));
            if (!(answer instanceof WriteAnswer.Taken)) {
                return answer;
            }
        }
        return write(person, WriteRequest.of(last, seen, dryRun));
    }

    private WriteAnswer write(Person person, WriteRequest write) {
        try {
            HttpRequest.Builder builder = request(write.path())
                    .method(write.method(), write.contentType(), json.writeValueAsString(write.body()))
                    .setHeader("Impersonate-User", person.name());
            person.groups().forEach(group -> builder.header("Impersonate-Group", group));
            Answer answer = send(builder.build(), writeDeadline);
            return answer.successful()
                    ? new WriteAnswer.Taken(new LiveObject(answer.object()))
                    : ServerRefusals.of(answer.code(), answer.object(), clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unheard(e);
        } catch (ExecutionException | TimeoutException | JacksonException e) {
            return unheard(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        String server = client.getMasterUrl().toString().replaceFirst("/$", "");
        return client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(server + path)
                .setHeader("Accept", "application/json");
    }

    private Answer send(HttpRequest request, Duration deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        HttpResponse<byte[]> response =
                client.getHttpClient().sendAsync(request, byte[].class).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        return new Answer(response.code(), Optional.ofNullable(response.body()).orElse(new byte[0]));
    }

    private WriteAnswer unheard(Exception cause) {
        return new WriteAnswer.Unheard(Failures.ofWrite(cause, clock.instant()));
    }

    private Unanswered unanswered(Target target, Exception cause) {
        boolean denied = Failures.hasCode(cause, Failures.FORBIDDEN);
        return new Unanswered(
                denied
                        ? Failures.ofKind(cause, target.resource(), clock.instant())
                        : Failures.ofServer(cause, String.valueOf(client.getMasterUrl()), clock.instant()));
    }

    /** What came back. */
    private final class Answer {
        private final int code;
        private final byte[] body;

        Answer(int code, byte[] body) {
            this.code = code;
            this.body = body;
        }

        int code() {
            return code;
        }

        boolean successful() {
            return HttpResponse.isSuccessful(code);
        }

        Map<String, Object> object() {
            return json.readValue(body, OBJECT);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
