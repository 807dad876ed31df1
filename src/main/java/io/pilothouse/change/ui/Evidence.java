package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditedObject;
import java.util.Optional;

/** What a feature can show of why its object does not become what a change wants. */
public interface Evidence {

    /** About this object, as the person may see it; keeps itself up to date as long as it is attached. Empty for objects of others. */
    Optional<Component> of(Person person, AuditedObject object);
}
