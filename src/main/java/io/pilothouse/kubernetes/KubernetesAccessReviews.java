package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rights as a {@code SubjectAccessReview} decides them, asked by the console's own account. */
@Component
class KubernetesAccessReviews implements AccessReviews {

    private static final String EVERY_SIGNED_IN_USER = "system:authenticated";

    private final KubernetesClient client;
    private final KubernetesReviews reviews;

    KubernetesAccessReviews(KubernetesClient client, KubernetesReviews reviews) {
        this.client = client;
        this.reviews = reviews;
    }

    @Override
    public boolean allows(Person person, Right right) throws Undecided {
        SubjectAccessReview question = question(person, right);
        SubjectAccessReview answer = reviews.ask(
                () -> client.authorization().v1().subjectAccessReview().create(question), Failures::ofReviews);
        return Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }

    private static SubjectAccessReview question(Person person, Right right) {
        List<String> groups = Stream.concat(person.groups().stream(), Stream.of(EVERY_SIGNED_IN_USER))
                .distinct()
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
