package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** How long ago something was, ticking in the browser without asking the server; the exact time shows on hover. */
@Tag("relative-time")
@JsModule("./relative-time.ts")
public class RelativeTime extends Component {

    private RelativeTime(Instant at, String suffix) {
        getElement().setAttribute("at", at.toString());
        getElement().setAttribute("suffix", suffix);
    }

    /** The time that has passed: "3 min". */
    public static RelativeTime age(Instant at) {
        return new RelativeTime(at, "");
    }

    /** How long ago: "3 min ago". */
    public static RelativeTime ago(Instant at) {
        return new RelativeTime(at, " ago");
    }
}
