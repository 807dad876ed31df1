package io.pilothouse.testbed.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodNetworkTest {

    @Test
    void twoPlatformsNeverShareASlice() {
        try (var one = PodNetwork.claim();
                var other = PodNetwork.claim()) {
            assertThat(one.cidr()).isNotEqualTo(other.cidr());
            assertThat(one.next()).isNotEqualTo(other.next());
        }
    }

    @Test
    void handsOutEachAddressOnceAndSaysWhenThereAreNoMore() {
        try (var network = PodNetwork.claim()) {
            Set<InetAddress> addresses = new HashSet<>();
            for (int i = 0; i < 253; i++) {
                addresses.add(network.next());
            }
            assertThat(addresses).hasSize(253).allMatch(InetAddress::isLoopbackAddress);
            assertThatIllegalStateException().isThrownBy(network::next).withMessageContaining(network.cidr());
        }
    }

    @Test
    void usesAnAddressAgainOnlyAfterAllOthers() {
        try (var network = PodNetwork.claim()) {
            InetAddress first = network.next();
            network.release(first);
            network.release(first);
            for (int i = 0; i < 252; i++) {
                assertThat(network.next()).isNotEqualTo(first);
            }
            assertThat(network.next()).isEqualTo(first);
        }
    }
}
