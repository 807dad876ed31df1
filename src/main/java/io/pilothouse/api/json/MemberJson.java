package io.pilothouse.api.json;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.Member;
import io.pilothouse.fleet.MemberOrigin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member of a group. */
public record MemberJson(
        String id,
        String clientId,
        String host,
        @Nullable String instance,
        List<PartitionRef> assigned,
        Known<OriginJson> origin) {

    /**
     * Where it runs.
     *
     * @param place {@code in-pod}, {@code ambiguous} or {@code outside}
     * @param node null where the person may not see nodes
     * @param service its address; null where the person may not see it, or nobody knows one
     * @param pods those that have its address, when several do
     */
    public record OriginJson(
            String place,
            @Nullable String namespace,
            @Nullable String pod,
            @Nullable String node,
            @Nullable String zone,
            @Nullable String service,
            List<String> pods) {}

    static MemberJson of(Member member, VisibleFleet fleet) {
        return new MemberJson(
                member.id(),
                member.clientId(),
                member.host(),
                member.instance().orElse(null),
                member.assigned().stream().map(PartitionRef::of).toList(),
                origin(member.origin(), fleet));
    }

    private static Known<OriginJson> origin(MemberOrigin origin, VisibleFleet fleet) {
        return switch (origin) {
            case MemberOrigin.InPod pod ->
                fleet.seesPods(pod.namespace())
                        ? Known.of(inPod(pod, fleet))
                        : Known.hidden(ReadableKind.PODS.list(pod.namespace()));
            case MemberOrigin.Ambiguous several ->
                fleet.seesAllPods()
                        ? Known.of(new OriginJson("ambiguous", null, null, null, null, null, several.pods()))
                        : Known.hidden(ReadableKind.PODS.list(""));
            case MemberOrigin.Outside _ -> Known.of(new OriginJson("outside", null, null, null, null, null, List.of()));
            case MemberOrigin.Unknown _ -> Known.of(Optional.empty(), "Pods are not known.");
        };
    }

    private static OriginJson inPod(MemberOrigin.InPod pod, VisibleFleet fleet) {
        return new OriginJson(
                "in-pod",
                pod.namespace(),
                pod.pod(),
                pod.node().filter(_ -> fleet.seesNodes()).orElse(null),
                pod.zone().filter(_ -> fleet.seesNodes()).orElse(null),
                pod.workload().filter(fleet::sees).map(ServiceJson::self).orElse(null),
                List.of());
    }
}
