package io.pilothouse.clusters.ui;

import io.pilothouse.base.HealthState;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.fleet.NodePool;
import io.pilothouse.fleet.NodePool.DataVolume;
import io.pilothouse.fleet.NodePool.PodResources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the list of a cluster's node pools looks like. */
final class PoolList {

    private static final int MEDIUM = 900;
    private static final int WIDE = 1280;

    static final ListDefinition<NodePool> DEFINITION = new ListDefinition<>(
            "pools",
            NodePool::name,
            columns(),
            List.of(),
            NodePool::name,
            Comparator.comparing(NodePool::name),
            pool -> pool);

    private PoolList() {}

    private static List<ListColumn<NodePool>> columns() {
        return List.of(
                ListColumn.<NodePool>text("name", "Pool", pool -> Cell.text(pool.name()))
                        .width(120)
                        .grows(2)
                        .sorted(NodePool::name),
                ListColumn.<NodePool>state("state", "State", pool -> new Cell.State(state(pool))),
                ListColumn.<NodePool>text("why", "Why", PoolList::why)
                        .width(140)
                        .grows(4),
                ListColumn.<NodePool>text("roles", "Roles", pool -> Cell.text(roles(pool)))
                        .width(130)
                        .from(MEDIUM),
                ListColumn.<NodePool>number("nodes", "Nodes", pool -> Cell.text(nodes(pool)))
                        .width(80)
                        .sorted(NodePool::wanted),
                ListColumn.<NodePool>text("ids", "Ids", PoolList::ids)
                        .width(100)
                        .from(MEDIUM),
                ListColumn.<NodePool>text("cpu", "CPU", pool -> cpu(pool.resources()))
                        .width(110)
                        .from(WIDE),
                ListColumn.<NodePool>text("memory", "Memory", pool -> memory(pool.resources()))
                        .width(120)
                        .from(WIDE),
                ListColumn.<NodePool>text("storage", "Storage of each", PoolList::storage)
                        .width(180)
                        .grows(2)
                        .from(WIDE));
    }

    private static HealthState state(NodePool pool) {
        if (pool.scaleDownRefused() || !pool.warnings().isBlank()) {
            return HealthState.DEGRADED;
        }
        return pool.reconciled() && pool.replicas() == pool.wanted() ? HealthState.HEALTHY : HealthState.PROGRESSING;
    }

    private static Cell.Text why(NodePool pool) {
        String words = reason(pool);
        return Cell.text(words).in(Cell.Tone.DIM).hint(words);
    }

    private static String reason(NodePool pool) {
        if (pool.scaleDownRefused()) {
            return "the operator keeps " + pool.replicas() + " nodes, where " + pool.wanted()
                    + " are asked for: those that would go hold replicas";
        }
        if (!pool.warnings().isBlank()) {
            return pool.warnings();
        }
        return pool.reconciled() ? "" : "the operator has not got round to the newest change";
    }

    private static String roles(NodePool pool) {
        return pool.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String nodes(NodePool pool) {
        return pool.replicas() == pool.wanted()
                ? Formats.count(pool.wanted())
                : Formats.count(pool.replicas()) + " of " + Formats.count(pool.wanted());
    }

    private static Cell.Text ids(NodePool pool) {
        return pool.nodeIds().isEmpty()
                ? Cell.absent("The operator has given none yet.")
                : Cell.text(pool.nodeIds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static Cell.Text cpu(PodResources resources) {
        return range(resources.cpuRequest(), resources.cpuLimit());
    }

    private static Cell.Text memory(PodResources resources) {
        return range(resources.memoryRequest(), resources.memoryLimit());
    }

    private static Cell.Text range(Optional<String> request, Optional<String> limit) {
        if (request.isEmpty() && limit.isEmpty()) {
            return Cell.absent("It neither asks for any nor is limited.");
        }
        String asks = request.orElse("none");
        String most = limit.orElse("no limit");
        return Cell.text(asks.equals(most) ? asks : asks + " to " + most)
                .hint("Asks for " + asks + ", may use "
                        + limit.map(value -> "up to " + value).orElse("as much as there is"));
    }

    private static Cell.Text storage(NodePool pool) {
        String words = pool.volumes().stream().map(PoolList::volume).collect(Collectors.joining(" + "));
        return words.isEmpty()
                ? Cell.absent("Its spec names none.")
                : Cell.text(words).hint(words);
    }

    private static String volume(DataVolume volume) {
        return volume.size()
                .map(size ->
                        size + volume.storageClass().map(name -> " " + name).orElse(""))
                .orElse(volume.kind());
    }
}
