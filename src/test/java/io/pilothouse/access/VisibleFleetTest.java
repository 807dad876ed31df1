package io.pilothouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleFleetTest {

    private static final ClusterId MAIN = new ClusterId("kafka", "main");
    private static final ClusterId OTHER = new ClusterId("kafka", "other");
    private static final ClusterId CONFIGURED = new ClusterId(ClusterId.EXTERNAL, "legacy");
    private static final Fleet FLEET = Pictures.of(
            List.of(
                    id("shop", WorkloadKind.DEPLOYMENT, "orders"),
                    id("shop", WorkloadKind.STATEFUL_SET, "orders"),
                    id("shop-internal", WorkloadKind.DEPLOYMENT, "orders"),
                    id("kafka", WorkloadKind.STRIMZI_POD_SET, "main-brokers")),
            List.of(MAIN, OTHER, CONFIGURED));

    /** Deployments of one namespace, one cluster: nothing that is merely near it. */
    private static final VisibleFleet NARROW = new VisibleFleet(
            FLEET, new Sight(Set.of(), Map.of(ReadableKind.DEPLOYMENTS, Set.of("shop")), Set.of(OTHER)));

    private static final VisibleFleet ALL = new VisibleFleet(
            FLEET, new Sight(Set.of(ReadableKind.values()), Map.of(), Set.of(MAIN, OTHER, CONFIGURED)));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # namespace,    kind,            name,          finds
            shop,           DEPLOYMENT,      orders,        Seen
            shop,           DEPLOYMENT,      nothing,       Absent
            shop,           STATEFUL_SET,    orders,        Hidden
            shop,           DAEMON_SET,      nothing,       Hidden
            shop-internal,  DEPLOYMENT,      orders,        Hidden
            nowhere,        DEPLOYMENT,      orders,        Hidden
            kafka,          STRIMZI_POD_SET, main-brokers,  Hidden
            """)
    void findsOnlyTheKindAndTheNamespaceThatMayBeListed(
            String namespace, WorkloadKind kind, String name, String finds) {
        assertThat(NARROW.workload(id(namespace, kind, name)).getClass().getSimpleName())
                .isEqualTo(finds);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kafka,    other,   Seen
            kafka,    main,    Hidden
            kafka,    none,    Hidden
            external, legacy,  Hidden
            """)
    void findsOnlyTheClusterWhoseResourceMayBeRead(String namespace, String name, String finds) {
        assertThat(NARROW.cluster(new ClusterId(namespace, name)).getClass().getSimpleName())
                .isEqualTo(finds);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            kafka,    other,   Absent
            kafka,    main,    Hidden
            kafka,    none,    Hidden
            external, legacy,  Hidden
            """)
    void topicsAndGroupsAreSeenWithTheirCluster(String namespace, String name, String finds) {
        ClusterId cluster = new ClusterId(namespace, name);
        assertThat(NARROW.topic(new TopicId(cluster, "orders")).getClass().getSimpleName())
                .isEqualTo(finds);
        assertThat(NARROW.group(new GroupId(cluster, "orders")).getClass().getSimpleName())
                .isEqualTo(finds);
    }

    @Test
    void listsNothingBesides() {
        assertThat(NARROW.workloads().map(workload -> workload.id().toString()))
                .containsExactly("shop/deployment/orders");
        assertThat(NARROW.clusters())
                .extracting(cluster -> cluster.id().toString())
                .containsExactly("kafka/other");
        assertThat(NARROW.namespaces()).containsExactly("kafka", "shop");
        assertThat(NARROW.seesPods("shop")).isFalse();
        assertThat(NARROW.seesNodes()).isFalse();
    }

    @Test
    void namesTheRightThatIsMissing() {
        assertThat(NARROW.workload(id("nowhere", WorkloadKind.DEPLOYMENT, "orders")))
                .isInstanceOfSatisfying(
                        Look.Hidden.class,
                        hidden -> assertThat(hidden.missing().inWords())
                                .isEqualTo("get deployments.apps \"orders\" in namespace nowhere"));
    }

    @Test
    void whoSeesEverythingIsToldWhatIsNotThere() {
        assertThat(ALL.workloads()).hasSize(4);
        assertThat(ALL.clusters()).hasSize(3);
        assertThat(ALL.cluster(new ClusterId("kafka", "none"))).isInstanceOf(Look.Absent.class);
        assertThat(ALL.workload(id("nowhere", WorkloadKind.DEPLOYMENT, "orders")))
                .isInstanceOf(Look.Absent.class);
        assertThat(ALL.seesNodes()).isTrue();
    }

    @Test
    void whoSeesNothingLearnsNothingNotEvenHowKafkaIs() {
        VisibleFleet blind = new VisibleFleet(FLEET, Sight.NOTHING);
        assertThat(blind.workloads()).isEmpty();
        assertThat(blind.clusters()).isEmpty();
        assertThat(blind.namespaces()).isEmpty();
        assertThat(blind.source(Source.KAFKA).newestFact()).isEmpty();
        assertThat(blind.source(Source.KAFKA).failure().map(Failure::kind)).contains(Failure.Kind.DENIED);
    }

    private static WorkloadId id(String namespace, WorkloadKind kind, String name) {
        return new WorkloadId(namespace, kind, name);
    }
}
