package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Headroom;
import io.pilothouse.fleet.LimitRange;
import io.pilothouse.fleet.NamespaceSlice;
import io.pilothouse.fleet.Quota;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.Optional;

/** What limits the namespace of a service, and how many more pods of the service fit. */
final class NamespaceLimitsTile extends Tile {

    /**
     * What there is to show.
     *
     * @param quotas empty also for who may not see them
     * @param limitRanges empty also for who may not see them
     */
    record Content(Optional<Headroom> headroom, List<Quota> quotas, List<LimitRange> limitRanges) {

        static Content of(Workload service, VisibleFleet fleet) {
            String namespace = service.id().namespace();
            Optional<NamespaceSlice> slice =
                    Optional.ofNullable(fleet.fleet().namespaces().get(namespace));
            boolean seesQuotas = fleet.sight().sees(ReadableKind.QUOTAS, namespace);
            return new Content(
                    service.headroom().filter(_ -> seesQuotas),
                    slice.filter(_ -> seesQuotas).map(NamespaceSlice::quotas).orElse(List.of()),
                    slice.filter(_ -> fleet.sight().sees(ReadableKind.LIMIT_RANGES, namespace))
                            .map(NamespaceSlice::limitRanges)
                            .orElse(List.of()));
        }

        boolean isEmpty() {
            return quotas.isEmpty() && limitRanges.isEmpty();
        }
    }

    NamespaceLimitsTile(Content content) {
        super("Limits of its namespace");
        content.headroom().map(QuotaWords::headroom).map(Paragraph::new).ifPresent(this::add);
        FactList facts = new FactList();
        content.quotas().forEach(quota -> {
            facts.fact("Quota", QuotaWords.name(quota));
            quota.amounts().forEach(amount -> facts.fact(amount.resource(), QuotaWords.amount(amount)));
        });
        content.limitRanges().stream()
                .flatMap(range -> range.rules().stream())
                .forEach(rule -> facts.fact(rule.type() + " " + rule.resource(), QuotaWords.rule(rule)));
        add(facts);
    }
}
