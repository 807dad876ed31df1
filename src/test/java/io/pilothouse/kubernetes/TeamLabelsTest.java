package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamLabelsTest {

    private static final TeamLabels LABELS = new TeamLabels(List.of("example.com/team", "app.kubernetes.io/part-of"));

    @Test
    void theFirstThatAnObjectBearsCounts() {
        assertThat(team(Map.of("app.kubernetes.io/part-of", "shop", "example.com/team", "checkout")))
                .contains("checkout");
        assertThat(team(Map.of("app.kubernetes.io/part-of", "shop", "example.com/team", "")))
                .contains("shop");
        assertThat(team(Map.of("team", "checkout"))).isEmpty();
        assertThat(LABELS.of(new PodBuilder().withNewMetadata().endMetadata().build()))
                .isEmpty();
    }

    private static Optional<String> team(Map<String, String> labels) {
        return LABELS.of(new PodBuilder()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .build());
    }
}
