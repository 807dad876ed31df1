package io.pilothouse.nodes.ui;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.Failure;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.fleet.Source;
import io.pilothouse.nodes.NodeInventory;
import io.pilothouse.nodes.NodeLoad;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the list of nodes shows. */
final class NodesViewModel {

    private final Arrangements<NodeLoad> arrangements;
    private @Nullable LivePicture picture;

    NodesViewModel(Arrangements<NodeLoad> arrangements) {
        this.arrangements = arrangements;
    }

    void show(LivePicture newest) {
        picture = newest;
    }

    Arrangement<NodeLoad> answer(ListQuery query) {
        return seen().map(fleet -> arrangements.of(fleet.fleet(), fleet.sight(), query, () -> {
                    NodeInventory inventory = NodeInventory.ofAll(fleet);
                    return fleet.nodes().map(inventory::load);
                }))
                .orElseGet(Arrangement::empty);
    }

    /** How nodes are, and how full. */
    Optional<Answer> headline() {
        List<NodeLoad> all = answer(ListQuery.ALL).rows();
        return all.isEmpty() ? Optional.empty() : Optional.of(NodesAnswer.of(all));
    }

    Absence whyEmpty(ListQuery query, Arrangement<NodeLoad> answer) {
        if (answer.total() > 0) {
            return Absence.nothingMatches(answer.total(), NodeList.DEFINITION.noun());
        }
        return unknown().map(Absence::because).orElseGet(this::nothingToSee);
    }

    private Optional<VisibleFleet> seen() {
        return Optional.ofNullable(picture).map(LivePicture::fleet);
    }

    private Optional<Failure> unknown() {
        return Optional.ofNullable(picture)
                .flatMap(now -> now.sight().known().isEmpty()
                        ? now.sight().problem()
                        : now.fleet().fleet().namespaces().isEmpty()
                                ? now.fleet().source(Source.KUBERNETES).failure()
                                : Optional.empty());
    }

    private Absence nothingToSee() {
        return seen().filter(VisibleFleet::seesNodes).isPresent()
                ? new Absence("There are no nodes", "None has joined the cluster, so no pod can run.")
                : new Absence(
                        "You may not see nodes",
                        "You lack the right to " + ReadableKind.NODES.list("").inWords()
                                + ". Ask whoever administers the Kubernetes cluster to grant it; it takes effect here within seconds.");
    }
}
