package io.pilothouse.testbed.kubelet;

import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five conditions that a kubelet keeps on a pod. */
final class PodConditions {

    private final PodPicture picture;
    private final String phase;
    private final @Nullable PodStatus before;
    private final Instant now;

    PodConditions(PodPicture picture, String phase, @Nullable PodStatus before, Instant now) {
        this.picture = picture;
        this.phase = phase;
        this.before = before;
        this.now = now;
    }

    List<PodCondition> all() {
        return List.of(
                condition("PodReadyToStartContainers", picture.address().isPresent(), "", ""),
                condition("Initialized", true, phase.equals("Succeeded") ? "PodCompleted" : "", ""),
                readiness("Ready"),
                readiness("ContainersReady"),
                condition("PodScheduled", true, "", ""));
    }

    private PodCondition readiness(String type) {
        if (phase.equals("Succeeded")) {
            return condition(type, false, "PodCompleted", "");
        }
        if (phase.equals("Failed")) {
            return condition(type, false, "PodFailed", "");
        }
        List<String> unready = picture.containers().stream()
                .filter(container -> !container.ready())
                .map(ContainerPicture::name)
                .toList();
        return unready.isEmpty()
                ? condition(type, true, "", "")
                : condition(
                        type,
                        false,
                        "ContainersNotReady",
                        "containers with unready status: [" + String.join(" ", unready) + "]");
    }

    private PodCondition condition(String type, boolean holds, String reason, String message) {
        String status = holds ? "True" : "False";
        String since = earlier(type)
                .filter(condition -> Objects.equals(condition.getStatus(), status))
                .map(PodCondition::getLastTransitionTime)
                .orElseGet(() -> ContainerStatuses.time(now));
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason.isEmpty() ? null : reason)
                .withMessage(message.isEmpty() ? null : message)
                .withObservedGeneration(picture.pod().getMetadata().getGeneration())
                .withLastTransitionTime(since)
                .build();
    }

    private Optional<PodCondition> earlier(String type) {
        return before == null
                ? Optional.empty()
                : before.getConditions().stream()
                        .filter(condition -> Objects.equals(condition.getType(), type))
                        .findFirst();
    }
}
