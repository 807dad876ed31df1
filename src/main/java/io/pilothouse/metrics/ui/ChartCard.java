package io.pilothouse.metrics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.pilothouse.base.Observed;
import io.pilothouse.base.ui.CopyButton;
import io.pilothouse.base.ui.Notice;
import io.pilothouse.metrics.Figure;
import io.pilothouse.metrics.History;
import io.pilothouse.metrics.TimeRange;

/** One figure over time, with what it says and what Prometheus was asked for it. */
final class ChartCard extends Div {

    private final Figure figure;
    private final TimeSeriesChart chart;
    private final Div content = new Div();
    private final Pre expression = new Pre();
    private final Details question = new Details("PromQL");

    ChartCard(Figure figure) {
        this.figure = figure;
        this.chart = new TimeSeriesChart(figure.title() + ": " + figure.about());
        addClassNames("ph-card", "ph-chart-card");
        Paragraph about = new Paragraph(figure.about());
        about.addClassName("ph-chart-about");
        content.addClassName("ph-chart-content");
        expression.addClassNames("ph-mono", "ph-break", "ph-expression");
        question.addClassName("ph-question");
        question.setVisible(false);
        add(new H2(figure.title()), about, content, question);
        only(remark("Asking Prometheus …"));
    }

    /** Shows what Prometheus said. */
    void show(Observed<History> answer, TimeRange range) {
        switch (answer) {
            case Observed.Fresh<History> fresh -> show(fresh.content(), range);
            case Observed.Stale<History> stale -> show(stale.content(), range);
            case Observed.Missing<History> missing -> only(Notice.of(missing.failure()));
        }
    }

    private void show(History history, TimeRange range) {
        if (!history.expression().equals(expression.getText())) {
            expression.setText(history.expression());
            question.removeAll();
            question.add(expression, new CopyButton("query", history.expression()));
            question.setVisible(true);
        }
        if (history.series().isEmpty()) {
            only(remark("No data: nobody measured this within the last " + range.title()
                    + ". That is not a zero; the query tells which metric was looked for."));
        } else {
            only(chart);
            chart.show(history, figure.unit(), range.step());
        }
    }

    private void only(Component component) {
        if (component.getParent().isEmpty()) {
            content.removeAll();
            content.add(component);
        }
    }

    private static Paragraph remark(String text) {
        Paragraph remark = new Paragraph(text);
        remark.addClassName("ph-chart-remark");
        return remark;
    }
}
