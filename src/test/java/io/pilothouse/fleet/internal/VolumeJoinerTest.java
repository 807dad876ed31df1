package io.pilothouse.fleet.internal;

import static io.pilothouse.fleet.internal.Samples.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.base.ByteSize;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.spi.ClaimFacts;
import io.pilothouse.fleet.spi.StorageFacts;
import io.pilothouse.fleet.spi.StorageFacts.VolumeFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolumeJoinerTest {

    private static final ClaimFacts CLAIM = new ClaimFacts(
            "data-0",
            Volume.Phase.BOUND,
            Optional.of(new ByteSize(10)),
            Optional.of(new ByteSize(10)),
            Optional.of("zonal"),
            Optional.empty(),
            Optional.of("pv-1"));
    private static final StorageFacts STORAGE = new StorageFacts(
            Map.of("zonal", true), Map.of("pv-1", new VolumeFacts("pv-1", List.of("a"), List.of(), true)));

    @Test
    void aPodsVolumeIsItsClaimWithWhatStandsBehind() {
        assertThat(join(STORAGE, Map.of("data-0", CLAIM)))
                .isEqualTo(new Volume(
                        "data",
                        "data-0",
                        Volume.Phase.BOUND,
                        Optional.of(new ByteSize(10)),
                        Optional.of(new ByteSize(10)),
                        Optional.of("zonal"),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.of("pv-1"),
                        List.of("a"),
                        List.of(),
                        Optional.of(true)));
    }

    @Test
    void whatMayNotBeReadIsNotKnown() {
        Volume volume = join(StorageFacts.NONE, Map.of("data-0", CLAIM));

        assertThat(volume.phase()).isEqualTo(Volume.Phase.BOUND);
        assertThat(volume.expandable()).isEmpty();
        assertThat(volume.kept()).isEmpty();
        assertThat(volume.zones()).isEmpty();
    }

    @Test
    void aClaimThatIsNotThereLeavesTheVolumeUnknown() {
        Volume volume = join(STORAGE, Map.of());

        assertThat(volume.phase()).isEqualTo(Volume.Phase.UNKNOWN);
        assertThat(volume.size()).isEmpty();
        assertThat(volume.claim()).isEqualTo("data-0");
    }

    private static Volume join(StorageFacts storage, Map<String, ClaimFacts> claims) {
        return new VolumeJoiner(storage)
                .join(pod().mounting("data", "data-0").facts(), claims)
                .getFirst();
    }
}
