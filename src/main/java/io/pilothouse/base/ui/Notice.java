package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.base.Failure;
import io.pilothouse.base.HealthState;

/** What failed, what it means, what to do; the raw message is one click away. */
public class Notice extends Div {

    private Notice(HealthState tone, String title) {
        addClassNames("ph-notice", "ph-notice-" + StateBadge.slug(tone));
        Span heading = new Span(title);
        heading.addClassName("ph-strong");
        add(heading);
    }

    /** A failure in full. */
    public static Notice of(Failure failure) {
        boolean preparing = failure.kind() == Failure.Kind.PREPARING;
        Notice notice = new Notice(preparing ? HealthState.PROGRESSING : HealthState.DEGRADED, failure.summary());
        Span since = new Span(new Span("since "), RelativeTime.ago(failure.since()));
        since.addClassName("ph-dim");
        notice.add(new Paragraph(failure.meaning() + " " + failure.remedy()), since);
        if (!failure.detail().isBlank()) {
            Paragraph detail = new Paragraph(failure.detail());
            detail.addClassName("ph-mono");
            notice.add(new Details("Message", detail));
        }
        return notice;
    }

    /** A title and what is to say about it. */
    public static Notice of(HealthState tone, String title, Component... content) {
        Notice notice = new Notice(tone, title);
        notice.add(content);
        return notice;
    }
}
