package io.pilothouse.change.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.base.ui.Push;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A button that does something for which a right is needed: it keeps its place without it, disabled, and says which one is missing. */
public final class ActionButton extends Button {

    private final Permissions permissions;
    private final Person person;
    private final Set<Right> rights;
    private Optional<String> against = Optional.empty();

    /** @param act called when people press it */
    public ActionButton(String words, Permissions permissions, Person person, Set<Right> rights, Runnable act) {
        super(words, _ -> act.run());
        this.permissions = permissions;
        this.person = person;
        this.rights = Set.copyOf(rights);
        addClassName("ph-action");
        setEnabled(false);
    }

    /** The same, but disabled for this reason whoever looks; a sentence. */
    public ActionButton unless(Optional<String> reason) {
        against = reason;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (against.isPresent()) {
            setTooltipText(against.orElseThrow());
            return;
        }
        UI ui = event.getUI();
        permissions.missing(person, rights).thenAccept(missing -> push(ui, missing));
    }

    private void push(UI ui, List<Right> missing) {
        Push.to(ui, () -> show(missing));
    }

    private void show(List<Right> missing) {
        setEnabled(missing.isEmpty());
        if (missing.isEmpty()) {
            setTooltipText("");
        } else {
            String lacking = missing.stream().map(Right::inWords).collect(Collectors.joining("; "));
            setTooltipText("You lack the right to " + lacking + ".");
        }
    }
}
