package io.pilothouse.change;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Resources;
import io.pilothouse.fleet.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the new pods would find nodes: by what they ask for, what nodes have left of their allocatable, and who takes pods at all. It knows
 * nothing of affinity and tolerations; the scheduler has the last word.
 */
public final class NodeRoom {

    private static final String KEEPS_AWAY = "NoSchedule";
    private static final Check HIDDEN = Check.unknown(
            "Whether nodes have room for them is not for you to see", "no right: list nodes and all pods");

    private NodeRoom() {}

    /** Empty where no pod is added. */
    public static Optional<Check> check(Workload service, int wanted, VisibleFleet fleet) {
        int added = wanted - service.pods().size();
        if (added <= 0) {
            return Optional.empty();
        }
        return check(added, service.pods().stream().findFirst().map(Pod::requests), fleet);
    }

    /** Whether another pod like this one would find a node once it is gone. */
    public static Check replacing(Pod leaving, VisibleFleet fleet) {
        return sees(fleet) ? check(1, leaving.requests(), podsByNode(fleet, leaving.uid()), fleet) : HIDDEN;
    }

    /** @param request of each pod that is added */
    public static Optional<Check> check(int added, Optional<Resources> request, VisibleFleet fleet) {
        if (!sees(fleet)) {
            return Optional.of(HIDDEN);
        }
        return Optional.of(request.map(each -> check(added, each, podsByNode(fleet, ""), fleet))
                .orElseGet(() ->
                        Check.unknown("Whether nodes have room for them is not known: there is no pod to go by", "")));
    }

    private static boolean sees(VisibleFleet fleet) {
        return fleet.seesNodes() && fleet.seesAllPods();
    }

    private static Check check(int added, Resources request, Map<String, List<Pod>> byNode, VisibleFleet fleet) {
        int room = 0;
        List<String> names = new ArrayList<>();
        TreeSet<String> zones = new TreeSet<>();
        for (Node node : fleet.nodes().filter(NodeRoom::takesPods).toList()) {
            int fits = fits(node, byNode.getOrDefault(node.name(), List.of()), request);
            if (fits > 0) {
                room = (int) Math.min(Integer.MAX_VALUE, (long) room + fits);
                names.add(node.name());
                node.zone().ifPresent(zones::add);
            }
        }
        String evidence = "room for " + room + " on " + names.size() + (names.size() == 1 ? " node" : " nodes")
                + (zones.isEmpty() ? "" : " in " + zones.size() + (zones.size() == 1 ? " zone" : " zones"));
        return room < added
                ? Check.warn(
                        (added - room) + " of " + added
                                + " new pods would find no node with enough CPU and memory left",
                        evidence)
                : Check.pass("Nodes have room for " + added + (added == 1 ? " more pod" : " more pods"), evidence);
    }

    private static boolean takesPods(Node node) {
        boolean ready = node.conditions().stream()
                .anyMatch(condition ->
                        condition.type().equals("Ready") && condition.status().equals("True"));
        return ready
                && !node.cordoned()
                && node.taints().stream()
                        .noneMatch(taint -> taint.effect().startsWith(KEEPS_AWAY)
                                || taint.effect().equals("NoExecute"));
    }

    private static int fits(Node node, List<Pod> pods, Resources request) {
        Resources taken = Resources.sum(pods.stream().map(Pod::requests).toList());
        long byCpu = share(node.allocatable().millicores() - taken.millicores(), request.millicores());
        long byMemory = share(node.allocatable().memory() - taken.memory(), request.memory());
        long byCount = node.podLimit() == 0 ? Long.MAX_VALUE : node.podLimit() - pods.size();
        return (int) Math.clamp(Math.min(byCount, Math.min(byCpu, byMemory)), 0, 1_000_000);
    }

    private static long share(long free, long request) {
        return request == 0 ? Long.MAX_VALUE : free / request;
    }

    private static Map<String, List<Pod>> podsByNode(VisibleFleet fleet, String withoutUid) {
        Map<String, List<Pod>> byNode = new HashMap<>();
        fleet.fleet().namespaces().values().stream()
                .flatMap(slice -> Stream.concat(
                        slice.workloads().stream().flatMap(workload -> workload.pods().stream()),
                        slice.otherPods().stream()))
                .filter(pod -> !pod.uid().equals(withoutUid))
                .forEach(pod -> pod.node()
                        .ifPresent(node -> byNode.computeIfAbsent(node, _ -> new ArrayList<>())
                                .add(pod)));
        return byNode;
    }
}
