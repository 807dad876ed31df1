package io.pilothouse.services.internal;

import io.pilothouse.access.Look;
import io.pilothouse.change.Change;
import io.pilothouse.change.Check;
import io.pilothouse.change.Guard;
import io.pilothouse.change.Situation;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.AutoscalerChange;
import io.pilothouse.services.EditAutoscaling;
import io.pilothouse.services.RemoveAutoscaling;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands for and against another range of an autoscaler. */
@Component
class AutoscalingGuard implements Guard {

    @Override
    public List<Check> look(Change change, Situation situation) {
        if (!(change instanceof AutoscalerChange scaling)
                || !(situation.fleet().workload(scaling.service()) instanceof Look.Seen<Workload>(Workload service))) {
            return List.of();
        }
        return switch (scaling) {
            case EditAutoscaling edit ->
                Stream.concat(
                                AutoscalingRules.checks(service, edit),
                                ReaderRules.checks(service, edit.maximum(), situation.fleet()))
                        .toList();
            case RemoveAutoscaling _ -> List.of(AutoscalingRules.removed(service));
        };
    }
}
