package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Rights as a {@code SubjectAccessReview} decides them, asked by the console's own account. While the API server is not ready it is not
 * asked: it would say no to everything before it has read its own bindings.
 */
@Component
class KubernetesAccessReviews implements AccessReviews {

    private static final String EVERY_SIGNED_IN_USER = "system:authenticated";

    private final KubernetesClient client;
    private final Heartbeat heartbeat;
    private final KubernetesProperties properties;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    KubernetesAccessReviews(
            KubernetesClient client, Heartbeat heartbeat, KubernetesProperties properties, Clock clock) {
        this.client = client;
        this.heartbeat = heartbeat;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean allows(Person person, Right right) throws Undecided {
        Optional<Failure> notReady = heartbeat.last().problem();
        if (notReady.isPresent()) {
            throw new Undecided(notReady.orElseThrow());
        }
        SubjectAccessReview question = question(person, right);
        try {
            SubjectAccessReview answer = CompletableFuture.supplyAsync(
                            () -> client.authorization()
                                    .v1()
                                    .subjectAccessReview()
                                    .create(question),
                            threads)
                    .get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
            return Boolean.TRUE.equals(answer.getStatus().getAllowed());
        } catch (ExecutionException | TimeoutException e) {
            throw undecided(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw undecided(e);
        }
    }

    private Undecided undecided(Exception cause) {
        return new Undecided(
                Failures.hasCode(cause, Failures.FORBIDDEN)
                        ? Failures.ofReviews(cause, clock.instant())
                        : Failures.ofServer(cause, String.valueOf(client.getMasterUrl()), clock.instant()));
    }

    private static SubjectAccessReview question(Person person, Right right) {
        List<String> groups = Stream.concat(person.groups().stream(), Stream.of(EVERY_SIGNED_IN_USER))
                .toList();
        String[] resource = right.resource().split("/", 2);
        return new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(person.name())
                .withGroups(groups)
                .withNewResourceAttributes()
                .withVerb(right.verb())
                .withGroup(right.group())
                .withResource(resource[0])
                .withSubresource(resource.length > 1 ? resource[1] : null)
                .withNamespace(right.namespace())
                .withName(right.name())
                .endResourceAttributes()
                .endSpec()
                .build();
    }
}
