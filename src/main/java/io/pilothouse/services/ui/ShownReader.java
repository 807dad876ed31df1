package io.pilothouse.services.ui;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.MemberProgress;
import io.pilothouse.services.Consumption;
import java.util.List;
import java.util.Optional;

/**
 * A member of a group in the list of a service's readers.
 *
 * @param pod the pod it runs in; empty when that is gone or the person may not see it
 * @param seesPods whether the person may see the service's pods
 */
record ShownReader(GroupId group, Member member, MemberProgress progress, Optional<ShownPod> pod, boolean seesPods) {

    /** All readers of all groups, in their order. */
    static List<ShownReader> of(Consumption consumption, VisibleFleet fleet) {
        return consumption.readings().stream()
                .flatMap(reading -> reading.readers().stream()
                        .map(reader -> of(reading.group().id(), reader, fleet)))
                .toList();
    }

    /** The pod's name, as far as the person may know it; also of one that is gone. */
    Optional<String> podName() {
        return seesPods && member.origin() instanceof MemberOrigin.InPod place
                ? Optional.of(place.pod())
                : Optional.empty();
    }

    private static ShownReader of(GroupId group, Consumption.Reader reader, VisibleFleet fleet) {
        boolean seesPods = reader.member()
                .origin()
                .owner()
                .filter(service -> fleet.seesPods(service.namespace()))
                .isPresent();
        Optional<ShownPod> pod = reader.pod()
                .filter(_ -> seesPods)
                .map(present -> new ShownPod(
                        present,
                        fleet.seesNodes(),
                        Optional.empty(),
                        fleet.fleet().usage(present).known().flatMap(known -> known),
                        Optional.empty()));
        return new ShownReader(group, reader.member(), reader.progress(), pod, seesPods);
    }
}
