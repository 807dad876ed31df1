package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.pilothouse.access.CurrentPerson;
import io.pilothouse.audit.AuditedObject;
import java.util.List;
import java.util.Optional;

/** What all features can show of why an object does not become what a change wants. */
@SpringComponent
class EvidenceOf {

    private final List<Evidence> all;
    private final CurrentPerson person;

    EvidenceOf(List<Evidence> all, CurrentPerson person) {
        this.all = all;
        this.person = person;
    }

    List<Component> object(AuditedObject object) {
        return all.stream()
                .map(evidence -> evidence.of(person.get(), object))
                .flatMap(Optional::stream)
                .toList();
    }
}
