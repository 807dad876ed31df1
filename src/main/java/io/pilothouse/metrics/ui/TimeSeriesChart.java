package io.pilothouse.metrics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.Unit;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lines over time. It keeps nothing on the server: each picture goes to the browser and is forgotten. */
@Tag("time-series-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./time-series-chart.ts")
final class TimeSeriesChart extends Component {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    TimeSeriesChart(String label) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /** Shows these lines in place of those before. */
    void show(History history, Unit unit, Duration step) {
        ObjectNode picture = JSON.objectNode()
                .put("unit", unit.name())
                .put("from", history.from().toEpochMilli())
                .put("to", history.to().toEpochMilli());
        ArrayNode lines = picture.putArray("series");
        for (History.Series series : history.series()) {
            ObjectNode line = lines.addObject().put("name", series.name());
            points(line.putArray("points"), series, step);
        }
        getElement().callJsFunction("show", picture);
    }

    /** A point without a value where one or more are missing, so that the line breaks there. */
    private static void points(ArrayNode into, History.Series series, Duration step) {
        Instant due = Instant.MAX;
        for (History.Point point : series.points()) {
            if (point.at().isAfter(due)) {
                into.addArray().add(due.toEpochMilli()).addNull();
            }
            into.addArray().add(point.at().toEpochMilli()).add(point.value());
            due = point.at().plus(step);
        }
    }
}
