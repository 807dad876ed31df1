package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import io.pilothouse.access.Look;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Right;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.base.ClusterId;
import io.pilothouse.change.Change;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Target;
import io.pilothouse.change.ui.ActionButton;
import io.pilothouse.change.ui.ActionMenu;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.change.ui.SeveralReviewDialog;
import io.pilothouse.clusters.ChangePoolResources;
import io.pilothouse.clusters.DeleteKafka;
import io.pilothouse.clusters.PauseReconciliation;
import io.pilothouse.clusters.RestartBroker;
import io.pilothouse.clusters.RestartPool;
import io.pilothouse.clusters.ScalePool;
import io.pilothouse.clusters.StopRestart;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.StrimziState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people can do to a Kafka cluster that Strimzi runs, to its pools and its brokers, as buttons. */
@SpringComponent
@UIScope
class ClusterActions {

    private final LiveFleet live;
    private final Changes changes;
    private final Permissions permissions;

    ClusterActions(LiveFleet live, Changes changes, Permissions permissions) {
        this.live = live;
        this.changes = changes;
        this.permissions = permissions;
    }

    /** Those for the whole cluster; none for one that no operator runs. */
    Component[] of(ClusterId id) {
        return cluster(id)
                .filter(cluster -> cluster.strimzi().isPresent())
                .map(cluster -> new Component[] {restartAll(cluster), new ActionMenu(() -> more(id))})
                .orElse(new Component[0]);
    }

    /** Those for one of its pools. */
    List<ActionButton> of(ClusterId id, NodePool pool) {
        RestartPool restart = new RestartPool(id, pool.name());
        List<ActionButton> buttons = new ArrayList<>();
        buttons.add(button("Scale pool", new ScalePool(id, pool.name(), 0).rights(), () -> scale(id, pool)));
        ChangePoolResources example = new ChangePoolResources(id, pool.name(), pool.resources());
        buttons.add(button("Change resources", example.rights(), () -> changeResources(id, pool)));
        buttons.add(plain("Restart pool", restart));
        if (live.now(live.person())
                .fleet()
                .fleet()
                .workload(restart.podSet())
                .filter(set -> set.rollout().restartAsked())
                .isPresent()) {
            buttons.add(plain("Stop restart", new StopRestart(id, restart.target(), "pool " + pool.name())));
        }
        return buttons;
    }

    /** Those for one of its brokers; none while no pod runs it. */
    List<ActionButton> of(ClusterId id, int broker) {
        return cluster(id)
                .filter(cluster -> cluster.strimzi().isPresent())
                .flatMap(cluster -> cluster.broker(broker))
                .flatMap(found -> found.pod())
                .map(pod -> of(id, broker, pod))
                .orElse(List.of());
    }

    private List<ActionButton> of(ClusterId id, int broker, Pod pod) {
        List<ActionButton> buttons = new ArrayList<>();
        buttons.add(plain("Restart broker", new RestartBroker(id, broker, pod.name(), pod.uid())));
        if (pod.restartAsked()) {
            Target target = Target.pod(pod.namespace(), pod.name());
            buttons.add(plain("Stop restart", new StopRestart(id, target, "broker " + broker)));
        }
        return buttons;
    }

    private ActionButton restartAll(KafkaCluster cluster) {
        List<Change> each = cluster.pools().stream()
                .<Change>map(pool -> new RestartPool(cluster.id(), pool.name()))
                .toList();
        Set<Right> rights =
                each.stream().flatMap(change -> change.rights().stream()).collect(Collectors.toSet());
        return button("Restart cluster", rights, () -> {
            SeveralReviewDialog dialog = new SeveralReviewDialog(
                    changes, live.person(), "Restart " + cluster.id().name());
            dialog.open();
            dialog.review(each, "Restart");
        });
    }

    /** Of two that undo each other, the one that applies now. */
    private List<ActionButton> more(ClusterId id) {
        boolean paused = cluster(id)
                .flatMap(KafkaCluster::strimzi)
                .filter(StrimziState::paused)
                .isPresent();
        List<ActionButton> buttons = new ArrayList<>();
        buttons.add(
                plain(paused ? "Resume reconciliation" : "Pause reconciliation", new PauseReconciliation(id, !paused)));
        cluster(id).map(this::delete).ifPresent(buttons::add);
        return buttons;
    }

    /** What is lost cannot be had back, so the name is typed first. */
    private ActionButton delete(KafkaCluster cluster) {
        List<String> pools = cluster.pools().stream().map(NodePool::name).toList();
        DeleteKafka change = new DeleteKafka(cluster.id(), pools);
        return button("Delete cluster…", change.rights(), () -> {
            ReviewDialog dialog = new ReviewDialog(changes, live.person(), change.title());
            TextField typed = Choice.text("Type “" + cluster.id().name() + "” to go on", "", () -> {});
            typed.setWidthFull();
            typed.addValueChangeListener(event -> {
                if (event.getValue().strip().equals(cluster.id().name())) {
                    dialog.review(change, "Delete cluster");
                } else {
                    dialog.withdraw();
                }
            });
            dialog.form(typed);
            dialog.open();
        });
    }

    private void changeResources(ClusterId id, NodePool pool) {
        ReviewDialog dialog = new ReviewDialog(changes, live.person(), "Change resources of pool " + pool.name());
        dialog.form(new PoolResourcesForm(
                pool.resources(),
                resources -> dialog.review(new ChangePoolResources(id, pool.name(), resources), "Change resources")));
        dialog.open();
    }

    private void scale(ClusterId id, NodePool pool) {
        ReviewDialog dialog = new ReviewDialog(changes, live.person(), "Scale pool " + pool.name());
        dialog.form(new PoolForm(
                pool, nodes -> dialog.review(new ScalePool(id, pool.name(), nodes), "Scale to " + nodes)));
        dialog.open();
    }

    /** For a change in which there is nothing to choose. */
    private ActionButton plain(String words, Change change) {
        return button(words, change.rights(), () -> {
            ReviewDialog dialog = new ReviewDialog(changes, live.person(), change.title());
            dialog.open();
            dialog.review(change, words);
        });
    }

    private ActionButton button(String words, Set<Right> rights, Runnable act) {
        return new ActionButton(words, permissions, live.person(), rights, act);
    }

    private Optional<KafkaCluster> cluster(ClusterId id) {
        return live.now(live.person()).fleet().cluster(id) instanceof Look.Seen<KafkaCluster>(KafkaCluster cluster)
                ? Optional.of(cluster)
                : Optional.empty();
    }
}
