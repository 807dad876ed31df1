package io.pilothouse.manifests.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.NotAllowed;
import io.pilothouse.base.ui.CopyButton;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.manifests.Manifest;
import io.pilothouse.manifests.ManifestReading;
import io.pilothouse.manifests.Manifests;
import io.pilothouse.manifests.ObjectReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object as YAML, read when the tab is opened and when people ask again. */
public final class ManifestPanel extends Div {

    private static final String STATUS = "status";

    private final Manifests manifests;
    private final Person person;
    private final UrlState address = new UrlState();
    private final Checkbox withStatus = new Checkbox("With status");
    private final Div content = new Div();
    private Supplier<Optional<? extends Component>> action = Optional::empty;
    private @Nullable ObjectReference shown;
    private @Nullable ManifestReading reading;

    /** @param person for whom it is read */
    public ManifestPanel(Manifests manifests, Person person) {
        this.manifests = manifests;
        this.person = person;
        addClassNames("ph-tab", "ph-manifest");
        withStatus.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address.put(STATUS, change.getValue() ? "yes" : "");
                showReading();
            }
        });
        add(content);
    }

    /** Offers something to do with the object beside it. */
    public void action(Supplier<Optional<? extends Component>> offered) {
        action = offered;
    }

    /** It was opened or came back to at this address. */
    public void at(Location location) {
        address.at(location);
        withStatus.setValue(address.get(STATUS).isPresent());
    }

    /** Reads the object unless it is the one that is shown. */
    public void show(ObjectReference object) {
        if (!object.equals(shown)) {
            shown = object;
            read();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        shown = null;
    }

    private void read() {
        ObjectReference wanted = shown;
        UI ui = UI.getCurrent();
        if (wanted == null) {
            return;
        }
        if (reading == null) {
            content.add(new Paragraph("It is being read …"));
        }
        manifests
                .read(person, wanted)
                .thenAccept(answer -> ui.access(() -> {
                    if (wanted.equals(shown)) {
                        reading = answer;
                        showReading();
                    }
                }));
    }

    private void showReading() {
        content.removeAll();
        switch (reading) {
            case null -> {
                // the answer is on its way
            }
            case ManifestReading.Read read -> show(read.manifest());
            case ManifestReading.Denied denied -> content.add(new NotAllowed(denied.missing()));
            case ManifestReading.Gone _ ->
                content.add(new EmptyState("It is gone", "The object was deleted.", again()));
            case ManifestReading.Failed failed -> content.add(Notice.of(failed.failure()), again());
        }
    }

    private void show(Manifest manifest) {
        String text = withStatus.getValue() ? manifest.whole() : manifest.desired();
        Pre yaml = new Pre(text);
        yaml.addClassName("ph-yaml");
        yaml.getElement().setAttribute("tabindex", "0");
        yaml.getElement().setAttribute("role", "region");
        yaml.getElement().setAttribute("aria-label", "YAML");
        content.add(bar(manifest, text), yaml);
    }

    private Div bar(Manifest manifest, String text) {
        Span age =
                new Span(new Span("Read "), RelativeTime.ago(manifest.read()), new Span(", without managed fields."));
        age.addClassName("ph-dim");
        Div bar = new Div(age, withStatus, again(), new CopyButton("YAML", text), download(text));
        action.get().ifPresent(bar::add);
        bar.addClassName("ph-bar");
        return bar;
    }

    private Button again() {
        return new Button("Read again", _ -> read());
    }

    private Component download(String text) {
        Anchor download = new Anchor();
        download.setText("Download");
        download.addClassName("ph-button");
        download.setHref(event -> write(event, text), AttachmentType.DOWNLOAD);
        return download;
    }

    private void write(DownloadEvent event, String text) throws IOException {
        ObjectReference object = shown;
        event.setFileName(object == null ? "object.yaml" : object.fileName());
        event.setContentType("application/yaml; charset=utf-8");
        event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
