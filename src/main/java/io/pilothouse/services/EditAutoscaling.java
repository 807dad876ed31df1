package io.pilothouse.services;

import io.pilothouse.access.Right;
import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a HorizontalPodAutoscaler keep a service between two numbers of replicas; makes one where there is none. Of one that is there, what it
 * scales by stays as it is, but for the CPU target if one is chosen.
 *
 * @param autoscaler its name; a new one is called like the service
 * @param create whether there is none yet
 * @param minimum at least 1
 * @param maximum at least the minimum
 * @param cpuPercent how much of the CPU that its pods request they are to use on average; empty leaves what it scales by as it is
 */
public record EditAutoscaling(
        WorkloadId service, String autoscaler, boolean create, int minimum, int maximum, Optional<Integer> cpuPercent)
        implements AutoscalerChange {

    @Override
    public String title() {
        return (create ? "Autoscale " : "Change autoscaling of ") + service.name() + " between " + minimum + " and "
                + maximum;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(
                create
                        ? new Right("create", target().group(), target().resource(), service.namespace(), "")
                        : target().right("patch"));
    }

    @Override
    public Write write(Material material) throws Unfit {
        if (minimum < 1 || maximum < minimum) {
            throw new Unfit("A range goes from at least 1 to at least as many");
        }
        if (create) {
            return create(material);
        }
        LiveObject present = object(material);
        Map<String, Object> range = Map.of("minReplicas", minimum, "maxReplicas", maximum);
        Optional<Integer> percent = cpuPercent.filter(
                wanted -> !CpuTarget.of(present).filter(wanted::equals).isPresent());
        Map<String, Object> spec = percent.<Map<String, Object>>map(wanted -> Map.of(
                        "minReplicas", minimum, "maxReplicas", maximum, "metrics", CpuTarget.metrics(present, wanted)))
                .orElse(range);
        return new Write.Patch(target(), "", Map.of("spec", spec), Write.Merge.REPLACE);
    }

    @Override
    public String command() {
        String range = " --min=" + minimum + " --max=" + maximum;
        return create
                ? "kubectl autoscale " + Target.of(service).inCommand() + range
                        + cpuPercent.map(percent -> " --cpu=" + percent + "%").orElse("")
                : "kubectl patch " + target().inCommand() + " --type=merge -p '{\"spec\":{\"minReplicas\":" + minimum
                        + ",\"maxReplicas\":" + maximum
                        + cpuPercent.map(CpuTarget::inJson).orElse("") + "}}'";
    }

    @Override
    public Progress progress(Aftermath aftermath) {
        return aftermath
                .fleet()
                .workload(service)
                .map(this::progress)
                .orElseGet(() -> new Progress.Failed("The service was deleted"));
    }

    private Progress progress(Workload now) {
        return now.autoscaling()
                .filter(scaling -> scaling.minimum() == minimum && scaling.maximum() == maximum)
                .<Progress>map(this::settled)
                .orElseGet(() -> new Progress.Underway(
                        "Kubernetes has taken it; the picture has yet to show it", 0, 1, Optional.empty(), false));
    }

    private Progress settled(Autoscaling scaling) {
        String keeps = "It is kept between " + minimum + " and " + maximum + " replicas";
        return new Progress.Settled(scaling.problem()
                .map(problem -> keeps + ", once it can work: " + problem)
                .orElse(keeps));
    }

    private Write create(Material material) throws Unfit {
        if (material.object().isPresent()) {
            throw new Unfit("There is a HorizontalPodAutoscaler " + autoscaler + " already");
        }
        if (service.kind() != WorkloadKind.DEPLOYMENT && service.kind() != WorkloadKind.STATEFUL_SET) {
            throw new Unfit("A " + service.kind().kind() + " has no replica count");
        }
        return new Write.Create(
                target(),
                Map.of(
                        "apiVersion",
                        target().apiVersion(),
                        "kind",
                        target().kind(),
                        "metadata",
                        Map.of("name", autoscaler, "namespace", service.namespace()),
                        "spec",
                        Map.of(
                                "scaleTargetRef",
                                Map.of(
                                        "apiVersion",
                                        Target.of(service).apiVersion(),
                                        "kind",
                                        service.kind().kind(),
                                        "name",
                                        service.name()),
                                "minReplicas",
                                minimum,
                                "maxReplicas",
                                maximum,
                                "metrics",
                                List.of(CpuTarget.metric(cpuPercent.orElse(CpuTarget.STANDARD))))));
    }
}
