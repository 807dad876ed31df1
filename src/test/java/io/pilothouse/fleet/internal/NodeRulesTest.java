package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.Samples.LONG_AGO;
import static io.pilothouse.fleet.internal.Samples.READY_CONDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pilothouse.base.Health;
import io.pilothouse.base.HealthState;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.spi.NodeFacts;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodeRulesTest {

    static Stream<Arguments> conditions() {
        Node.Condition calm = condition("MemoryPressure", "False", "kubelet has sufficient memory available");
        return Stream.of(
                arguments(new Node.Condition[] {READY_CONDITION, calm}, HealthState.HEALTHY, ""),
                arguments(
                        new Node.Condition[] {condition("Ready", "False", "container runtime is down."), calm},
                        HealthState.FAILING,
                        "not ready: container runtime is down"),
                arguments(
                        new Node.Condition[] {condition("Ready", "Unknown", "Kubelet stopped posting node status.")},
                        HealthState.UNKNOWN,
                        "does not report: Kubelet stopped posting node status"),
                arguments(
                        new Node.Condition[] {
                            READY_CONDITION,
                            condition("DiskPressure", "True", "kubelet has disk pressure"),
                            condition("MemoryPressure", "True", "kubelet has insufficient memory available")
                        },
                        HealthState.DEGRADED,
                        "disk space is short; memory is short"),
                arguments(
                        new Node.Condition[] {
                            READY_CONDITION, condition("KernelDeadlock", "True", "task docker blocked")
                        },
                        HealthState.DEGRADED,
                        "kernel deadlock: task docker blocked"),
                arguments(new Node.Condition[0], HealthState.UNKNOWN, "it has not reported yet"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void itsConditionsSayHowItIs(Node.Condition[] conditions, HealthState state, String reason) {
        Health health = NodeRules.health(Samples.node("node-a1", conditions));

        assertThat(health.state()).isEqualTo(state);
        assertThat(health.reason()).isEqualTo(reason);
    }

    @Test
    void aCordonIsNoTroubleButIsSaid() {
        NodeFacts open = Samples.node("node-a1", READY_CONDITION);
        NodeFacts cordoned = new NodeFacts(
                open.name(),
                open.zone(),
                true,
                open.taints(),
                open.conditions(),
                open.allocatable(),
                open.podLimit(),
                open.software(),
                open.created());

        assertThat(NodeRules.health(cordoned))
                .isEqualTo(Health.healthy("cordoned, takes no new pods").since(LONG_AGO));
    }

    private static Node.Condition condition(String type, String status, String message) {
        return new Node.Condition(type, status, "", message, Optional.empty());
    }
}
