package io.pilothouse.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.access.ui.Found;
import io.pilothouse.base.HealthState;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteSearchTest {

    private static final List<Found> ALL = List.of(
            found("Deployment", "orders", "shop", HealthState.HEALTHY),
            found("Deployment", "orders", "staging", HealthState.FAILING),
            found("Deployment", "reorders", "shop", HealthState.HEALTHY),
            found("Pod", "orders-847c4b6588-8xh4k", "shop", HealthState.DEGRADED),
            found("StatefulSet", "new-orders", "shop", HealthState.HEALTHY),
            found("Kafka cluster", "main", "kafka", HealthState.PROGRESSING),
            new Found("Page", "Kafka clusters", "", Optional.empty(), "clusters"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders         | orders@staging, orders@shop, orders-847c4b6588-8xh4k@shop, new-orders@shop, reorders@shop
            ORDERS  shop   | orders@shop, orders-847c4b6588-8xh4k@shop, new-orders@shop, reorders@shop
            8xh4k          | orders-847c4b6588-8xh4k@shop
            statefulset    | new-orders@shop
            kafka          | Kafka clusters@, main@kafka
            shop nothing   |
            <b>            |
            """)
    void findsTheBestFirst(String typed, String expected) {
        assertThat(names(PaletteSearch.best(ALL.stream(), typed, 30)))
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @Test
    void showsWhatNeedsAttentionWhileNothingIsTyped() {
        assertThat(names(PaletteSearch.best(ALL.stream(), "  ", 3)))
                .isEqualTo("orders@staging, orders-847c4b6588-8xh4k@shop, main@kafka");
    }

    @Test
    void showsNoMoreThanAsked() {
        Stream<Found> many = IntStream.range(0, 100_000)
                .mapToObj(number -> found("Pod", "pod-" + number, "shop", HealthState.HEALTHY));
        assertThat(PaletteSearch.best(many, "pod", 30)).hasSize(30);
    }

    private static String names(List<Found> found) {
        return String.join(
                ", ", found.stream().map(one -> one.name() + "@" + one.where()).toList());
    }

    private static Found found(String kind, String name, String where, HealthState state) {
        return new Found(kind, name, where, Optional.of(state), "somewhere");
    }
}
