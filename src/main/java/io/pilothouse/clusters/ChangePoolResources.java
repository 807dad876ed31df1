package io.pilothouse.clusters;

import io.pilothouse.access.Right;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.Quantity;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.WayBack;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.NodePool.PodResources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Has the nodes of a pool ask for other amounts of CPU and memory, and use others at most. The operator restarts them one after another. */
public record ChangePoolResources(ClusterId cluster, String pool, PodResources resources) implements Change {

    private static final String REQUESTS = "spec.resources.requests.";
    private static final String LIMITS = "spec.resources.limits.";

    @Override
    public Target target() {
        return Target.nodePool(cluster, pool);
    }

    @Override
    public String title() {
        return "Change resources of pool " + pool + " of " + cluster.name();
    }

    @Override
    public Set<Right> rights() {
        return Set.of(target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (material.object().isEmpty()) {
            throw new Unfit("Pool " + pool + " is not there any more");
        }
        Optional<String> odd = Stream.of(
                        resources.cpuRequest(),
                        resources.cpuLimit(),
                        resources.memoryRequest(),
                        resources.memoryLimit())
                .flatMap(Optional::stream)
                .filter(written -> Quantity.of(written).isEmpty())
                .findFirst();
        if (odd.isPresent()) {
            throw new Unfit("\"" + odd.orElseThrow() + "\" is no amount");
        }
        return new Write.Patch(target(), "", Map.of("spec", Map.of("resources", body())), Write.Merge.REPLACE);
    }

    private Map<String, Object> body() {
        return Map.of(
                "requests",
                amounts(resources.cpuRequest(), resources.memoryRequest()),
                "limits",
                amounts(resources.cpuLimit(), resources.memoryLimit()));
    }

    /** What is not wanted is taken away. */
    private static Map<String, Object> amounts(Optional<String> cpu, Optional<String> memory) {
        Map<String, Object> amounts = new HashMap<>();
        amounts.put("cpu", cpu.orElse(null));
        amounts.put("memory", memory.orElse(null));
        return amounts;
    }

    @Override
    public String command() {
        return "kubectl patch " + target().inCommand() + " --type merge -p '{\"spec\":{\"resources\":{\"requests\":"
                + json(resources.cpuRequest(), resources.memoryRequest()) + ",\"limits\":"
                + json(resources.cpuLimit(), resources.memoryLimit()) + "}}}'";
    }

    private static String json(Optional<String> cpu, Optional<String> memory) {
        return "{\"cpu\":" + quoted(cpu) + ",\"memory\":" + quoted(memory) + "}";
    }

    private static String quoted(Optional<String> amount) {
        return amount.map(written -> "\"" + written + "\"").orElse("null");
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return PoolProgress.ofRoll(cluster, pool, aftermath);
    }

    @Override
    public Optional<WayBack> wayBack(List<FieldChange> done, Fleet fleet) {
        boolean inForce = fleet.cluster(cluster)
                .flatMap(found -> found.pool(pool))
                .map(NodePool::resources)
                .filter(resources::equals)
                .isPresent();
        PodResources before = new PodResources(
                before(done, REQUESTS + "cpu", resources.cpuRequest()),
                before(done, LIMITS + "cpu", resources.cpuLimit()),
                before(done, REQUESTS + "memory", resources.memoryRequest()),
                before(done, LIMITS + "memory", resources.memoryLimit()));
        return Optional.of(new WayBack("Change back", new ChangePoolResources(cluster, pool, before)))
                .filter(_ -> inForce && !before.equals(resources));
    }

    private static Optional<String> before(List<FieldChange> done, String path, Optional<String> now) {
        return done.stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .map(FieldChange::before)
                .orElse(now);
    }
}
