package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.access.Person;
import io.pilothouse.access.spi.TokenReviews;
import io.pilothouse.access.spi.Undecided;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Bearers of tokens as a {@code TokenReview} knows them, asked by the console's own account. */
@Component
class KubernetesTokenReviews implements TokenReviews {

    private final KubernetesClient client;
    private final KubernetesReviews reviews;

    KubernetesTokenReviews(KubernetesClient client, KubernetesReviews reviews) {
        this.client = client;
        this.reviews = reviews;
    }

    @Override
    public Optional<Person> bearer(String token) throws Undecided {
        TokenReview question = new TokenReviewBuilder()
                .withNewSpec()
                .withToken(token)
                .endSpec()
                .build();
        TokenReview answer = reviews.ask(
                () -> client.authentication().v1().tokenReviews().create(question), Failures::ofTokenReviews);
        return Optional.ofNullable(answer.getStatus())
                .filter(status -> Boolean.TRUE.equals(status.getAuthenticated()))
                .map(TokenReviewStatus::getUser)
                .map(KubernetesTokenReviews::person);
    }

    private static Person person(UserInfo user) {
        return new Person(user.getUsername(), Set.copyOf(user.getGroups()));
    }
}
