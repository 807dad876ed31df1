package io.pilothouse.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The head of a page: where it is, its name with what stands beside that, and its answer in words. */
public class PageHeader extends Div {

    private final Nav trail = new Nav();
    private final Div beside = new Div();
    private final Div actions = new Div();
    private final Paragraph verdict = new Paragraph();
    private @Nullable Answer answered;

    public PageHeader(String title) {
        addClassName("ph-head");
        trail.addClassName("ph-crumbs");
        trail.setAriaLabel("Breadcrumb");
        trail.setVisible(false);
        beside.addClassName("ph-beside");
        actions.addClassName("ph-actions");
        Div line = new Div(new H1(title), beside, actions);
        line.addClassName("ph-title-line");
        verdict.addClassName("ph-verdict");
        add(trail, line, verdict);
    }

    /** Adds a step of the way to this page. */
    public PageHeader under(String title, String path) {
        Span slash = new Span("/");
        slash.getElement().setAttribute("aria-hidden", "true");
        trail.add(new Anchor(path, title), slash);
        trail.setVisible(true);
        return this;
    }

    /** Adds a step that has no page of its own. */
    public PageHeader under(String title) {
        Span slash = new Span("/");
        slash.getElement().setAttribute("aria-hidden", "true");
        trail.add(new Span(title), slash);
        trail.setVisible(true);
        return this;
    }

    /** Shows these beside the title in place of what was there. */
    public void beside(Component... components) {
        beside.removeAll();
        beside.add(components);
    }

    /** Shows these as what people can do here, in place of what was there. */
    public void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    /** Whether there is anything that people could act on. */
    public void offerActions(boolean offered) {
        actions.setVisible(offered);
    }

    /** Shows this as the page's answer; nothing for {@code null}. */
    public void answer(@Nullable Answer answer) {
        if (Objects.equals(answer, answered)) {
            return;
        }
        answered = answer;
        verdict.removeAll();
        if (answer == null) {
            return;
        }
        Span headline = new Span(answer.headline());
        headline.addClassName("ph-strong");
        verdict.add(headline);
        answer.since().ifPresent(since -> verdict.add(new Span(", for "), RelativeTime.age(since)));
        verdict.add(new Span(". " + answer.rest()));
    }

    /** Shows these as the page's answer in place of what was there. */
    public void verdict(Component... words) {
        verdict.removeAll();
        verdict.add(words);
    }
}
