package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.FieldChange;
import io.pilothouse.base.FieldPaths;
import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.Push;
import io.pilothouse.change.KeptFields;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.MergePatch;
import io.pilothouse.change.Preview;
import io.pilothouse.change.ui.ConflictChoice;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.manifests.ManifestReading;
import io.pilothouse.manifests.ManifestText;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import io.pilothouse.manifests.ui.YamlEditor;
import io.pilothouse.services.EditManifest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The object of a service as YAML, to be edited. Only what is edited becomes part of the change. */
final class EditForm extends Div {

    private final WorkloadId service;
    private final Manifests manifests;
    private final Person person;
    private final ReviewDialog dialog;
    private final YamlEditor editor = new YamlEditor("YAML", this::edit);
    private final Div state = new Div();
    private final Set<String> takenOver = new HashSet<>();
    private Map<String, Object> opened = Map.of();
    private Map<String, Object> edited = Map.of();

    /** @param dialog in which it stands */
    EditForm(WorkloadId service, Manifests manifests, Person person, ReviewDialog dialog) {
        this.service = service;
        this.manifests = manifests;
        this.person = person;
        this.dialog = dialog;
        state.addClassName("ph-edit-state");
        state.getElement().setAttribute("role", "status");
        dialog.previewed(this::compare);
        dialog.conflicts(conflicts -> new ConflictChoice(conflicts, this::decide));
        add(editor, state);
        say("It is being read …", false);
        read();
    }

    private void read() {
        UI ui = UI.getCurrent();
        manifests.read(person, ObjectReference.of(service)).thenAccept(reading -> {
            Push.to(ui, () -> show(reading));
        });
    }

    private void show(ManifestReading reading) {
        switch (reading) {
            case ManifestReading.Read read -> {
                Map<String, Object> patch = MergePatch.between(opened, edited);
                opened = object(read.manifest().desired());
                rewrite(MergePatch.apply(opened, patch));
            }
            case ManifestReading.Denied denied -> instead(new NotAllowed(denied.missing()));
            case ManifestReading.Gone _ ->
                instead(Notice.of(HealthState.DEGRADED, "It is gone", new Paragraph("The object was deleted.")));
            case ManifestReading.Failed failed -> instead(Notice.of(failed.failure()));
        }
    }

    private void instead(Component why) {
        removeAll();
        add(why);
    }

    private static Map<String, Object> object(String text) {
        return ManifestText.of(text) instanceof ManifestText.Readable(Map<String, Object> object)
                ? new LiveObject(object).decided()
                : Map.of();
    }

    private void rewrite(Map<String, Object> object) {
        edited = object;
        editor.show(ManifestText.write(object));
        editor.clear();
        review();
    }

    private void edit(String text) {
        switch (ManifestText.of(text)) {
            case ManifestText.Readable readable -> {
                editor.clear();
                edited = readable.object();
                review();
            }
            case ManifestText.Unreadable unreadable -> {
                editor.mark(unreadable);
                say("Line " + unreadable.line() + ", column " + unreadable.column() + ": " + unreadable.words(), true);
                dialog.withdraw();
            }
        }
    }

    private void review() {
        Map<String, Object> patch = MergePatch.between(opened, edited);
        if (patch.isEmpty()) {
            say("Nothing is changed yet. Status and managed fields are left out.", false);
            dialog.withdraw();
            return;
        }
        say("Only what you changed is written.", false);
        Optional<Map<String, Object>> former = Optional.of(MergePatch.between(edited, opened));
        dialog.review(new EditManifest(service, patch, former, takenOver), "Apply edit");
    }

    private void decide(Set<String> keep, Set<String> takeOver) {
        takenOver.addAll(takeOver);
        rewrite(KeptFields.of(opened, edited, keep));
    }

    /** What others changed since it was opened is to be seen before anything is written over it. */
    private void compare(Preview preview) {
        List<FieldChange> since =
                FieldChange.between(FieldPaths.of(opened), preview.basis().fields());
        if (since.isEmpty()) {
            return;
        }
        dialog.withdraw();
        state.removeAll();
        state.add(Notice.of(
                HealthState.DEGRADED,
                "It has changed since you opened it",
                new Paragraph(
                        "This is what others changed meanwhile. Your edit stays; it is made on what there is now."),
                new FieldChangeTable("When you opened it", "Now", since),
                new Button("Go on from what there is now", _ -> read())));
    }

    private void say(String words, boolean wrong) {
        state.setText(words);
        state.setClassName("ph-wrong", wrong);
    }
}
