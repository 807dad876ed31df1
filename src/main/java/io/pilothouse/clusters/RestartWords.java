package io.pilothouse.clusters;

import io.pilothouse.clusters.RestartAnswer.Obstacle;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a node may be restarted, in words. */
public final class RestartWords {

    private static final int NAMED = 3;

    private RestartWords() {}

    /** In one short phrase: {@code Yes}; {@code No: orders-3 has 2 in sync, of which it needs 2}. */
    public static String answer(RestartAnswer answer) {
        return switch (answer.verdict()) {
            case YES ->
                answer.interrupted().isEmpty()
                        ? "Yes"
                        : "Yes, but " + counted(answer.interrupted().size())
                                + " without a spare replica would refuse writes meanwhile";
            case NO -> "No: " + obstacles(answer);
            case UNKNOWN -> "Not known: " + String.join("; ", answer.remarks());
        };
    }

    /** What stands in the way: the first few by name, then how many more there are. */
    public static String obstacles(RestartAnswer answer) {
        List<Obstacle> all = answer.obstacles();
        String named = all.stream().limit(NAMED).map(RestartWords::obstacle).collect(Collectors.joining("; "));
        return all.size() > NAMED ? named + "; and " + (all.size() - NAMED) + " more" : named;
    }

    /** One of them. */
    public static String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.TooFewInSync few ->
                few.partition() + " has " + few.inSync() + " in sync and needs " + few.minimum();
            case Obstacle.TooFewControllers few ->
                few.caughtUp() + " other " + (few.caughtUp() == 1 ? "controller has" : "controllers have")
                        + " all metadata, where " + few.needed() + " must";
            case Obstacle.Paused _ -> "the operator's reconciliation is paused";
        };
    }

    private static String counted(int partitions) {
        return partitions == 1 ? "1 partition" : partitions + " partitions";
    }
}
