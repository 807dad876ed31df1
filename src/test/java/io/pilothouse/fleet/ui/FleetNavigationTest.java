package io.pilothouse.fleet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetNavigationTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");

    @Test
    void plainNamesStandInTheAddressAsTheyAre() {
        assertThat(FleetNavigation.topic(new TopicId(MAIN, "__consumer_offsets")))
                .isEqualTo("topics/kafka.main/__consumer_offsets");
        assertThat(FleetNavigation.group(new GroupId(MAIN, "shop.orders-v2"), "members"))
                .isEqualTo("groups/kafka.main/shop.orders-v2?tab=members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a;b", "50%", "..", "~x", "<b>bold</b>", "مجموعة", "?tab=members", "a//b\\c"})
    void anyNameOfAGroupComesBackFromItsAddress(String name) {
        String address = FleetNavigation.group(new GroupId(MAIN, name));
        String segment = address.substring("groups/kafka.main/".length());

        assertThat(segment).matches("~[A-Za-z0-9_-]+");
        assertThat(FleetNavigation.name(segment)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "kafka.main, kafka/main",
                "external.my.cluster, external/my.cluster",
                "main, -",
                ".main, -",
                "kafka., -"
            })
    void aClusterIsNamedByNamespaceAndName(String segment, String cluster) {
        assertThat(FleetNavigation.cluster(segment).map(ClusterId::toString).orElse(null))
                .isEqualTo(cluster);
    }

    @Test
    void whatIsNoEncodedNameIsTakenAsItIs() {
        assertThat(FleetNavigation.name("~!")).isEqualTo("~!");
    }
}
