package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.base.Health;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodRemovalTest {

    private static final WorkloadId ORDERS = new WorkloadId("shop", WorkloadKind.DEPLOYMENT, "orders");
    private static final EvictPod EVICT = new EvictPod(ORDERS, "orders-1", "uid-orders-1");
    private static final DeletePod DELETE = new DeletePod(ORDERS, "orders-1", "uid-orders-1");

    @Test
    void theOnePodIsAskedToGo() throws Unfit {
        assertThat(EVICT.write(pod("uid-orders-1"))).isEqualTo(new Write.Evict(EVICT.target()));
        assertThat(DELETE.write(pod("uid-orders-1"))).isEqualTo(new Write.Delete(DELETE.target()));
        assertThat(EVICT.rights())
                .extracting(right -> right.inWords())
                .containsExactly("create pods/eviction \"orders-1\" in namespace shop");
        assertThat(DELETE.command()).isEqualTo("kubectl delete -n shop pod/orders-1");
    }

    @Test
    void anotherPodOfThatNameIsLeftAlone() {
        assertThatThrownBy(() -> DELETE.write(pod("uid-of-its-successor")))
                .isInstanceOf(Unfit.class)
                .hasMessage("Pod orders-1 is gone already");
    }

    @Test
    void itIsSettledOnceThePodIsGoneAndAnotherIsReady() {
        assertThat(progress(Duration.ZERO, 2, ready("orders-1"), ready("orders-2")))
                .isInstanceOf(Progress.Underway.class);
        assertThat(progress(Duration.ZERO, 1, ready("orders-2"))).isInstanceOf(Progress.Underway.class);
        assertThat(progress(Duration.ZERO, 2, ready("orders-2"), ready("orders-3")))
                .isEqualTo(new Progress.Settled("The pod is gone; 2 of 2 pods ready"));
    }

    @Test
    void aPodThatFindsNoNodeIsSaidAndInTheEndAFailure() {
        Pod waiting = SamplePod.named("shop", "orders-3")
                .pending("no node has enough CPU")
                .build();

        assertThat(progress(Duration.ofMinutes(1), 1, ready("orders-2"), waiting))
                .isEqualTo(new Progress.Underway(
                        "The pod is gone; 1 of 2 pods ready", 1, 2, Optional.of("no node has enough CPU"), true));
        assertThat(progress(Duration.ofMinutes(11), 1, ready("orders-2"), waiting))
                .isEqualTo(new Progress.Failed(
                        "The pod is gone, but 1 of 2 pods ready after 10 min: no node has enough CPU"));
    }

    private static Progress progress(Duration since, int ready, Pod... pods) {
        Health health = ready == 2 ? Health.healthy() : Health.degraded("no node has enough CPU");
        var orders = SampleWorkload.deployment("shop", "orders")
                .health(health)
                .replicas(2, ready, 2)
                .pods(pods)
                .build();
        return EVICT.progress(new Aftermath(SampleFleet.of(orders).build(), 0, SampleFleet.NOW.minus(since)));
    }

    private static Pod ready(String name) {
        return SamplePod.named("shop", name).build();
    }

    private static Material pod(String uid) {
        return new Material(Optional.of(new LiveObject(Map.of("metadata", Map.of("uid", uid)))), Map.of());
    }
}
