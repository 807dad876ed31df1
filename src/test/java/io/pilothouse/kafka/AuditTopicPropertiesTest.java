package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.base.ClusterId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.util.ExceptionUtils;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditTopicPropertiesTest {

    private static final Map<String, String> TWO_CLUSTERS = Map.of(
            "pilothouse.kafka.clusters[0].name", "legacy",
            "pilothouse.kafka.clusters[0].bootstrap-servers", "a:9092",
            "pilothouse.kafka.clusters[1].namespace", "kafka",
            "pilothouse.kafka.clusters[1].name", "main",
            "pilothouse.kafka.clusters[1].bootstrap-servers", "b:9092",
            "pilothouse.kafka.clusters[1].properties.security.protocol", "SSL");

    @Test
    void theTopicIsInTheFirstClusterUnlessSetOtherwise() {
        var place = bound(TWO_CLUSTERS).place(clusters(TWO_CLUSTERS)).orElseThrow();

        assertThat(place.cluster()).isEqualTo(new ClusterId("external", "legacy"));
        assertThat(place.bootstrapServers()).isEqualTo("a:9092");
    }

    @Test
    void aNamedClusterIsReachedWithItsOwnProperties() {
        Map<String, String> settings = with(TWO_CLUSTERS, "cluster", "kafka/main");

        var place = bound(settings).place(clusters(settings)).orElseThrow();

        assertThat(place.bootstrapServers()).isEqualTo("b:9092");
        assertThat(place.security().secured()).isTrue();
    }

    @Test
    void aClusterOfItsOwnHasItsOwnPropertiesAndDoesNotTellThem() {
        Map<String, String> settings = with(
                with(TWO_CLUSTERS, "bootstrap-servers", "c:9092"),
                "properties.sasl.jaas.config",
                "password=\"secret\"");

        var properties = bound(settings);

        assertThat(properties.place(clusters(settings)).orElseThrow().bootstrapServers())
                .isEqualTo("c:9092");
        assertThat(properties.toString()).contains("sasl.jaas.config").doesNotContain("secret");
    }

    @Test
    void withoutAnyClusterThereIsNoPlace() {
        assertThat(bound(Map.of()).place(clusters(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cluster            | kafka/other | pilothouse.audit.cluster: pilothouse.kafka.clusters has no kafka/other
                    bootstrap-servers  | nowhere     | nowhere is not of the form host:port
                    topic              | a b         | is no name of a topic
                    partitions         | 0           | 0 is less than 1
                    replication-factor | 0           | 0 is less than 1
                    retention          | 0s          | it must be longer than nothing
                    properties.acks    | 0           | only properties that begin with security., sasl. or ssl. can be set
                    """)
    void whatCannotBeIsRefusedByName(String name, String value, String problem) {
        Map<String, String> settings = with(TWO_CLUSTERS, name, value);

        assertThatThrownBy(() -> bound(settings).place(clusters(settings)))
                .satisfies(refusal -> assertThat(ExceptionUtils.readStackTrace(refusal))
                        .contains("pilothouse.audit." + name)
                        .contains(problem));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put("pilothouse.audit." + name, value);
        return more;
    }

    private static AuditTopicProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pilothouse.audit", AuditTopicProperties.class);
    }

    private static KafkaProperties clusters(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pilothouse.kafka", KafkaProperties.class);
    }
}
