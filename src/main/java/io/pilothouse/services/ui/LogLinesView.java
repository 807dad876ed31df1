package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.pilothouse.services.LogLevel;
import io.pilothouse.services.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lines of logs in the browser, which keeps them by time, searches them and follows them; the server keeps no copy for the page. */
@Tag("log-lines")
@JsModule("./log-lines.ts")
final class LogLinesView extends Component {

    /** Adds lines, in any order, after so many that were left out. */
    void add(List<LogLine> lines, long skipped) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (LogLine line : lines) {
            array.addObject()
                    .put("n", line.number())
                    .put("at", microseconds(line.at()))
                    .put("pod", line.pod())
                    .put("container", line.container())
                    .put("level", line.level().map(LogLevel::name).orElse(""))
                    .put("text", line.text());
        }
        getElement().callJsFunction("add", array, skipped);
    }

    void clear() {
        getElement().callJsFunction("clear");
    }

    /** Shows only lines that hold the words, are at least so grave, and are of the pod. */
    void narrow(String words, Optional<LogLevel> gravest, Optional<String> pod) {
        getElement().callJsFunction("narrow", words, gravest.map(LogLevel::name).orElse(""), pod.orElse(""));
    }

    private static long microseconds(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }
}
