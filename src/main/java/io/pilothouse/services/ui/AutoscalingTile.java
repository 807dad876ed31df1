package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Autoscaling;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.ScaledObject;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Optional;

/** What scales a service, between which counts, and by what. */
final class AutoscalingTile extends Tile {

    /**
     * A trigger and what it reads.
     *
     * @param group the group, where exactly one Kafka cluster that the person sees has it
     * @param partitions of the topic there
     */
    record ShownTrigger(ScaledObject.Trigger trigger, Optional<GroupId> group, Optional<Integer> partitions) {

        private static ShownTrigger of(ScaledObject.Trigger trigger, VisibleFleet fleet) {
            List<KafkaCluster> clusters = trigger.kafka().flatMap(ScaledObject.KafkaLag::group).stream()
                    .flatMap(group -> fleet.clusters().stream()
                            .filter(cluster -> cluster.group(group).isPresent()))
                    .toList();
            if (clusters.size() != 1) {
                return new ShownTrigger(trigger, Optional.empty(), Optional.empty());
            }
            KafkaCluster cluster = clusters.getFirst();
            ScaledObject.KafkaLag lag = trigger.kafka().orElseThrow();
            return new ShownTrigger(
                    trigger,
                    lag.group().map(group -> new GroupId(cluster.id(), group)),
                    lag.topic()
                            .flatMap(cluster::topic)
                            .map(topic -> topic.partitions().size()));
        }

        /** Where KEDA stops below the maximum, since more consumers than partitions would idle. */
        private Optional<Integer> stopsAt(ScaledObject keda) {
            return trigger.kafka()
                    .filter(lag -> !lag.idleConsumers() && keda.triggers().size() == 1)
                    .flatMap(_ -> partitions)
                    .filter(count -> count < keda.maximum());
        }
    }

    /**
     * What there is to show.
     *
     * @param seesKeda whether the person may see the ScaledObject
     */
    record Content(Workload service, boolean seesKeda, List<ShownTrigger> triggers) {

        static Content of(Workload service, VisibleFleet fleet) {
            boolean seesKeda =
                    fleet.sight().sees(ReadableKind.SCALED_OBJECTS, service.id().namespace());
            List<ShownTrigger> triggers = service.scaledObject().stream()
                    .filter(_ -> seesKeda)
                    .flatMap(keda -> keda.triggers().stream())
                    .map(trigger -> ShownTrigger.of(trigger, fleet))
                    .toList();
            return new Content(service, seesKeda, triggers);
        }
    }

    AutoscalingTile(Content content) {
        super("Autoscaling");
        Workload service = content.service();
        if (service.scaledObject().isEmpty() && service.autoscaling().isEmpty()) {
            add(dim("Neither an HPA nor KEDA sets its replicas."));
        } else if (service.scaledObject().isPresent() && !content.seesKeda()) {
            add(dim("KEDA scales it. You lack the right to list scaledobjects.keda.sh, so how is not shown."));
        } else {
            add(facts(content));
        }
    }

    private static FactList facts(Content content) {
        Workload service = content.service();
        FactList facts = new FactList();
        service.scaledObject().ifPresent(keda -> facts.fact("Scaled by", "KEDA, ScaledObject " + keda.name()));
        service.autoscaling().ifPresent(scaling -> facts.fact("HPA", scaling.name()));
        service.scaledObject()
                .filter(ScaledObject::paused)
                .ifPresentOrElse(
                        keda -> facts.fact("State", ServiceWords.sentence(ScalingWords.pause(keda)) + " by annotation"),
                        () -> service.range()
                                .ifPresent(range -> facts.fact("Range", ScalingWords.range(range) + " replicas")));
        service.scaledObject().ifPresent(keda -> keda(facts, keda, content.triggers()));
        service.autoscaling().ifPresent(scaling -> autoscaler(facts, scaling));
        ScalingWords.shortfall(service).ifPresent(words -> facts.fact("Cut short", words));
        ScalingWords.unhandled(service).ifPresent(words -> facts.fact("Problem", words));
        ScalingWords.problem(service).ifPresent(problem -> facts.fact("Problem", problem));
        return facts;
    }

    private static void keda(FactList facts, ScaledObject keda, List<ShownTrigger> triggers) {
        triggers.forEach(shown -> {
            String words = ServiceWords.sentence(ScalingWords.trigger(shown.trigger()));
            shown.group()
                    .ifPresentOrElse(
                            group -> facts.fact("Scales by", new Anchor(FleetNavigation.group(group), words)),
                            () -> facts.fact("Scales by", words));
            shown.stopsAt(keda)
                    .ifPresent(partitions -> facts.fact(
                            "Stops at",
                            Formats.counted(partitions, "replica") + ", for the topic has no more partitions"));
        });
        keda.active()
                .filter(_ -> !keda.paused())
                .ifPresent(active -> facts.fact("Trigger", active ? "Active" : "Not active"));
    }

    private static void autoscaler(FactList facts, Autoscaling scaling) {
        facts.fact("Sees", Formats.counted(scaling.current(), "replica"));
        facts.fact("Wants", wants(scaling));
    }

    private static String wants(Autoscaling scaling) {
        if (scaling.desired() != scaling.current()) {
            return scaling.current() + " → " + Formats.counted(scaling.desired(), "replica");
        }
        return scaling.wantsMore() ? "more than its maximum" : "the same";
    }

    private static Paragraph dim(String text) {
        Span span = new Span(text);
        span.addClassName("ph-dim");
        return new Paragraph(span);
    }
}
