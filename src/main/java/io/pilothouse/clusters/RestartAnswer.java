package io.pilothouse.clusters;

import io.pilothouse.fleet.PartitionId;
import java.util.List;

/**
 * Whether a node of a Kafka cluster may be restarted now.
 *
 * @param obstacles what stands in the way; empty unless the verdict is {@link Verdict#NO}
 * @param interrupted partitions that the operator does not wait for, since they have no more replicas than {@code min.insync.replicas}: they refuse
 *     writes with {@code acks=all} until the node is back
 * @param remarks what people should know besides, in sentences without a full stop; for {@link Verdict#UNKNOWN} why nobody can tell
 */
public record RestartAnswer(
        Verdict verdict, List<Obstacle> obstacles, List<PartitionId> interrupted, List<String> remarks) {

    public RestartAnswer {
        obstacles = List.copyOf(obstacles);
        interrupted = List.copyOf(interrupted);
        remarks = List.copyOf(remarks);
    }

    /** The answer in one word. */
    public enum Verdict {
        /** The operator would restart it now. */
        YES,
        /** The operator would wait, and so should people. */
        NO,
        /** Something that decides it is not known. */
        UNKNOWN
    }

    /** A reason not to restart a node. */
    public sealed interface Obstacle {

        /**
         * A partition that would have too few in-sync replicas without it, or has too few already.
         *
         * @param inSync how many are in sync now, on nodes that are up
         * @param minimum its {@code min.insync.replicas}
         */
        record TooFewInSync(PartitionId partition, int inSync, int minimum) implements Obstacle {}

        /**
         * Without it, too few controllers would have all of the metadata log.
         *
         * @param caughtUp how many others have it
         * @param needed how many the operator asks for
         */
        record TooFewControllers(int caughtUp, int needed) implements Obstacle {}

        /** The operator does nothing, for people have paused it. */
        record Paused() implements Obstacle {}
    }

    /** Whether nobody who writes or reads would notice. */
    public boolean harmless() {
        return verdict == Verdict.YES && interrupted.isEmpty();
    }
}
