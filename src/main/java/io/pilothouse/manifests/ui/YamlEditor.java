package io.pilothouse.manifests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.pilothouse.manifests.ManifestText;
import java.util.function.Consumer;

/** A text field for YAML with highlighting. */
@Tag("yaml-editor")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-yaml", version = "6.1.3")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/lint", version = "6.9.8")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
@JsModule("./yaml-editor.ts")
public final class YamlEditor extends Component {

    /**
     * @param label what it is called for who does not see it
     * @param edited called with what people have made of the text, once they pause
     */
    public YamlEditor(String label, Consumer<String> edited) {
        getElement().setAttribute("label", label);
        getElement()
                .addEventListener(
                        "edited",
                        event -> edited.accept(
                                event.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
    }

    /** Shows this text in place of what is there. */
    public void show(String text) {
        getElement().callJsFunction("show", text);
    }

    /** Marks where the text cannot be read. */
    public void mark(ManifestText.Unreadable unreadable) {
        getElement().callJsFunction("mark", unreadable.line(), unreadable.column(), unreadable.words());
    }

    /** Marks nothing any more. */
    public void clear() {
        getElement().callJsFunction("mark", 1, 1, "");
    }
}
