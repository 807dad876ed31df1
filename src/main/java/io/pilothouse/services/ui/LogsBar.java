package io.pilothouse.services.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.pilothouse.base.ui.UrlState;
import io.pilothouse.services.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people choose above the lines of a log. All but the pause stands in the address. */
final class LogsBar extends Div {

    private static final String WORDS = "q";
    private static final String LEVEL = "level";
    private static final String POD = "pod";
    private static final String PREVIOUS = "previous";
    private static final String ANY = "";
    private static final int TYPING_PAUSE = 150;

    private final UrlState address;
    private final TextField words = new TextField();
    private final Select<String> level = new Select<>();
    private final Select<String> pod = new Select<>();
    private final Checkbox previous = new Checkbox("Previous run");
    private final Button pause = new Button("Pause");
    private List<String> offered = List.of();
    private boolean paused;

    /** Is told what people choose. */
    interface Listener {

        /** Other lines are to be shown of those that are there. */
        void narrowed();

        /** Another log is to be read. */
        void reopened();

        /** It is to be followed again. */
        void resumed();
    }

    LogsBar(UrlState address, Listener listener, DownloadHandler file) {
        this.address = address;
        addClassNames("ph-bar", "ph-log-bar");
        words.setPlaceholder("Search lines");
        words.setAriaLabel("Search lines");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_PAUSE);
        words.addClassName("ph-search");
        Span key = new Span("/");
        key.addClassName("ph-key");
        words.setSuffixComponent(key);
        words.addValueChangeListener(change -> chosen(change.isFromClient(), WORDS, change.getValue(), listener));
        level.setAriaLabel("Level");
        level.setItems(ANY, LogLevel.WARN.name(), LogLevel.ERROR.name());
        level.setItemLabelGenerator(LogsBar::levelWords);
        level.addValueChangeListener(change -> chosen(change.isFromClient(), LEVEL, change.getValue(), listener));
        pod.setAriaLabel("Pod");
        pod.setItemLabelGenerator(name -> name.equals(ANY) ? "All pods" : name);
        pod.addValueChangeListener(change -> chosen(change.isFromClient(), POD, change.getValue(), listener));
        previous.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address.put(PREVIOUS, change.getValue() ? "yes" : "");
                listener.reopened();
            }
        });
        pause.addClickListener(_ -> pause(listener));
        Anchor download = new Anchor();
        download.setText("Download");
        download.addClassName("ph-button");
        download.setHref(file, AttachmentType.DOWNLOAD);
        add(words, level, pod, previous, pause, download);
    }

    /** Shows what the address says. */
    void show() {
        words.setValue(address.get(WORDS).orElse(""));
        level.setValue(level().map(LogLevel::name).orElse(ANY));
        previous.setValue(ofPreviousRun());
        offer(offered);
    }

    /** Offers these pods to choose from; one that was chosen stays when it is gone. */
    void offer(List<String> pods) {
        List<String> items = new ArrayList<>(pods);
        address.get(POD).filter(name -> !items.contains(name)).ifPresent(items::add);
        items.addFirst(ANY);
        if (!items.equals(offered)) {
            offered = List.copyOf(items);
            pod.setItems(offered);
        }
        String chosen = address.get(POD).orElse(ANY);
        if (!chosen.equals(pod.getValue())) {
            pod.setValue(chosen);
        }
    }

    String words() {
        return address.get(WORDS).orElse("");
    }

    Optional<LogLevel> level() {
        return address.get(LEVEL)
                .flatMap(name -> List.of(LogLevel.WARN, LogLevel.ERROR).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    }

    Optional<String> pod() {
        return address.get(POD);
    }

    boolean ofPreviousRun() {
        return address.get(PREVIOUS).isPresent();
    }

    boolean paused() {
        return paused;
    }

    private void chosen(boolean byPerson, String parameter, String value, Listener listener) {
        if (byPerson) {
            address.put(parameter, value);
            listener.narrowed();
        }
    }

    private void pause(Listener listener) {
        paused = !paused;
        pause.setText(paused ? "Resume" : "Pause");
        if (!paused) {
            listener.resumed();
        }
    }

    private static String levelWords(String level) {
        return switch (level) {
            case "WARN" -> "Warnings and errors";
            case "ERROR" -> "Errors";
            default -> "All levels";
        };
    }
}
