package io.pilothouse.clusters;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.Change;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has Strimzi's operator run a new Kafka cluster: makes its {@code KafkaNodePool}s, and then the {@code Kafka}, before which the operator does
 * nothing with them. A pool that an attempt before has left is taken as it is.
 */
public record DeployKafka(KafkaDesign design) implements Change {

    @Override
    public Target target() {
        return Target.kafka(design.id());
    }

    @Override
    public String title() {
        return "Deploy Kafka cluster " + design.name();
    }

    @Override
    public Set<Right> rights() {
        Set<Right> rights = new HashSet<>();
        rights.add(target().right("create"));
        pools().forEach(pool -> rights.add(pool.right("create")));
        return rights;
    }

    @Override
    public List<Target> reads() {
        return pools();
    }

    private List<Target> pools() {
        return design.pools().stream()
                .map(pool -> Target.nodePool(design.id(), pool.name()))
                .toList();
    }

    @Override
    public Write write(Material material) throws Unfit {
        List<DesignProblem> problems = DesignProblem.of(design);
        if (!problems.isEmpty()) {
            throw new Unfit(
                    problems.getFirst().field() + ": " + problems.getFirst().words());
        }
        if (material.object().isPresent()) {
            throw new Unfit(
                    "There is a Kafka called " + design.name() + " in namespace " + design.namespace() + " already");
        }
        List<Write.Single> writes = new ArrayList<>();
        for (KafkaDesign.Pool pool : design.pools()) {
            Target target = Target.nodePool(design.id(), pool.name());
            Optional<LiveObject> present = Optional.ofNullable(material.others().get(target));
            if (present.isEmpty()) {
                writes.add(new Write.Create(target, KafkaObjects.pool(design, pool)));
            } else if (!isLeftOver(present.orElseThrow())) {
                throw new Unfit("Pool " + pool.name() + " in namespace " + design.namespace()
                        + " belongs to another Kafka cluster: give yours another name");
            }
        }
        writes.add(new Write.Create(target(), KafkaObjects.kafka(design)));
        return new Write.Several(writes);
    }

    private boolean isLeftOver(LiveObject pool) {
        return pool.text("metadata", "labels", "strimzi.io/cluster")
                .filter(design.name()::equals)
                .isPresent();
    }

    @Override
    public String command() {
        return "kubectl create -f " + design.name() + ".yaml";
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return DeployProgress.of(design, aftermath);
    }

    /** What it makes, pools first, as the objects that are sent. */
    public List<Map<String, Object>> objects() {
        return KafkaObjects.of(design);
    }
}
