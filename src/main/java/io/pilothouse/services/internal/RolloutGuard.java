package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.RollBackWorkload;
import io.pilothouse.services.TemplateChange;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against replacing the pods of a service. A PodDisruptionBudget does not: rollouts do not ask it. */
@Component
class RolloutGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof TemplateChange template)
                || !(situation.fleet().workload(template.service()) instanceof Look.Seen<Workload>(Workload service))) {
            return List.of();
        }
        return Stream.concat(RolloutRules.checks(service), own(template, service, situation.fleet()))
                .toList();
    }

    private static Stream<Check> own(TemplateChange template, Workload service, VisibleFleet fleet) {
        return switch (template) {
            case RollBackWorkload back -> RevisionRules.checks(service, back.keptIn(), fleet);
            case ChangeImage image ->
                Stream.concat(RolloutRules.present(service).stream(), ImageRules.checks(service, image, fleet));
            case ChangeResources resources -> ResourceRules.checks(service, resources, fleet);
            case RestartWorkload _ -> RolloutRules.present(service).stream();
        };
    }
}
