package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;
import static io.pilothouse.kubernetes.Metadata.number;
import static io.pilothouse.kubernetes.Metadata.text;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.fleet.spi.AutoscalerFacts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is kept of a HorizontalPodAutoscaler. */
final class AutoscalerReduction {

    /** When one of these is false, it cannot do its work. */
    private static final Set<String> NEEDED = Set.of("AbleToScale", "ScalingActive");

    /** The reason it gives for doing nothing while somebody has scaled the workload to zero. */
    private static final String RESTS = "ScalingDisabled";

    private AutoscalerReduction() {}

    /** Empty for one that scales a kind of object that the picture does not hold. */
    static Optional<AutoscalerFacts> reduce(HorizontalPodAutoscaler autoscaler) {
        var target = autoscaler.getSpec().getScaleTargetRef();
        Optional<HorizontalPodAutoscalerStatus> status = Optional.ofNullable(autoscaler.getStatus());
        return WorkloadKind.ofKind(target.getKind())
                .map(kind -> new AutoscalerFacts(
                        new WorkloadId(autoscaler.getMetadata().getNamespace(), kind, target.getName()),
                        new Autoscaling(
                                autoscaler.getMetadata().getName(),
                                Optional.ofNullable(autoscaler.getSpec().getMinReplicas())
                                        .orElse(1),
                                number(autoscaler.getSpec().getMaxReplicas()),
                                status.map(known -> number(known.getCurrentReplicas()))
                                        .orElse(0),
                                status.map(known -> number(known.getDesiredReplicas()))
                                        .orElse(0),
                                problem(status),
                                wantsMore(status),
                                cpuPercent(autoscaler))));
    }

    private static Optional<Integer> cpuPercent(HorizontalPodAutoscaler autoscaler) {
        return list(autoscaler.getSpec().getMetrics()).stream()
                .map(MetricSpec::getResource)
                .flatMap(resource -> Stream.ofNullable(resource))
                .filter(resource -> "cpu".equals(resource.getName()))
                .flatMap(resource -> Stream.ofNullable(resource.getTarget().getAverageUtilization()))
                .findFirst();
    }

    private static Optional<String> problem(Optional<HorizontalPodAutoscalerStatus> status) {
        return conditions(status)
                .filter(condition -> NEEDED.contains(condition.getType())
                        && "False".equals(condition.getStatus())
                        && !RESTS.equals(condition.getReason()))
                .map(condition -> text(condition.getMessage()))
                .findFirst();
    }

    private static boolean wantsMore(Optional<HorizontalPodAutoscalerStatus> status) {
        return conditions(status)
                .anyMatch(condition -> "ScalingLimited".equals(condition.getType())
                        && "True".equals(condition.getStatus())
                        && "TooManyReplicas".equals(condition.getReason()));
    }

    private static Stream<HorizontalPodAutoscalerCondition> conditions(Optional<HorizontalPodAutoscalerStatus> status) {
        return status.stream().flatMap(known -> list(known.getConditions()).stream());
    }
}
