package io.pilothouse.services.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.DisruptionBudget;
import io.pilothouse.fleet.Workload;
import java.util.List;

/** How many pods of a service a drain may take at once. */
final class DisruptionTile extends Tile {

    private DisruptionTile(Component... content) {
        super("Evictions", content);
    }

    static DisruptionTile of(Workload service) {
        List<DisruptionBudget> budgets = service.budgets();
        return switch (budgets.size()) {
            case 0 ->
                new DisruptionTile(new Paragraph(
                        "No PodDisruptionBudget is about it, so a drain may take all of its pods on a node at once."));
            case 1 -> of(budgets.getFirst());
            default ->
                new DisruptionTile(new Paragraph("PodDisruptionBudgets "
                        + String.join(
                                ", ",
                                budgets.stream().map(DisruptionBudget::name).toList())
                        + " are about the same pods, so Kubernetes evicts none of them. Leave one."));
        };
    }

    private static DisruptionTile of(DisruptionBudget budget) {
        return new DisruptionTile(
                new Paragraph(ServiceWords.evictions(budget)),
                new FactList()
                        .fact("Budget", budget.name())
                        .fact("Have to stay healthy", Formats.count(budget.required()))
                        .fact(
                                "Are healthy",
                                Formats.count(budget.healthy()) + " of " + Formats.count(budget.expected())));
    }
}
