package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.audit.AuditedObject;
import io.pilothouse.change.ui.Evidence;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.ServiceLogs;
import java.util.Optional;

/** Of a service that does not become what a change wants, its failing pods' last words. */
@SpringComponent
class FailingPodsEvidence implements Evidence {

    private final ServiceLogs logs;
    private final LiveFleet live;

    FailingPodsEvidence(ServiceLogs logs, LiveFleet live) {
        this.logs = logs;
        this.live = live;
    }

    @Override
    public Optional<Component> of(Person person, AuditedObject object) {
        return WorkloadKind.ofKind(object.kind())
                .map(kind -> new WorkloadId(object.namespace(), kind, object.name()))
                .<Component>map(service -> new FailingPodsLog(logs, live, person, service));
    }
}
