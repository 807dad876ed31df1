package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.Samples.NOW;
import static io.pilothouse.fleet.internal.Samples.deployment;
import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.spi.NamespaceFacts;
import io.pilothouse.fleet.spi.PodFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadJoinerTest {

    private static final WorkloadFacts ORDERS = deployment(new ReplicaCounts(2, 1, 2, true));

    @ParameterizedTest
    @CsvSource({
        "orders, 60, 3600, DEGRADED",
        "payments, 60, 3600, PROGRESSING",
        "orders, 60, 5, PROGRESSING",
        "orders, 1300, 3600, PROGRESSING"
    })
    void aRefusalCountsUntilAPodIsMadeOrNobodyTriesAgain(
            String subject, long refused, long newestPod, HealthState state) {
        PodFacts only =
                pod().owner(ORDERS.uid()).created(NOW.minusSeconds(newestPod)).facts();
        NamespaceFacts facts = Samples.namespace("shop", List.of(ORDERS), List.of(only))
                .withEvents(List.of(refusal(subject, NOW.minusSeconds(refused))));
        NamespaceJoiner pods = new NamespaceJoiner(Map.of(), StorageFacts.NONE, NOW);

        Workload joined =
                new WorkloadJoiner(facts, each -> pods.pod(each, Map.of()), NOW).join(ORDERS, UnaryOperator.identity());

        assertThat(joined.health().state()).isEqualTo(state);
    }

    private static Event refusal(String subject, Instant last) {
        return new Event(
                subject + ".17",
                Event.Type.WARNING,
                "FailedCreate",
                "exceeded quota: compute, requested: pods=1, used: pods=1, limited: pods=1",
                new Event.Subject("Deployment", subject),
                "deployment-controller",
                5,
                last,
                last);
    }
}
