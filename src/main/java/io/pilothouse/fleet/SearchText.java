package io.pilothouse.fleet;

import java.util.List;
import java.util.stream.Collectors;

/** In which words an object is looked for when people or programs search for text: the same on pages and over HTTP. */
public final class SearchText {

    private SearchText() {}

    /** Of a service: its name, place, kind, why it is as it is, team and images. */
    public static String of(Workload service) {
        return String.join(
                " ",
                service.id().name(),
                service.id().namespace(),
                service.id().kind().kind(),
                service.health().reason(),
                service.team().orElse(""),
                String.join(" ", service.images()));
    }

    /** Of a topic: its name, cluster, why it is as it is, and who reads it. @param services those whose names may be told */
    public static String of(Topic topic, List<WorkloadId> services) {
        return String.join(
                " ",
                topic.id().name(),
                topic.id().cluster().toString(),
                topic.health().reason(),
                String.join(" ", topic.readers()),
                names(services));
    }

    /** Of a group: its name, cluster, why it is as it is, what it reads and who is in it. @param services those whose names may be told */
    public static String of(ConsumerGroup group, List<WorkloadId> services) {
        return String.join(
                " ",
                group.id().name(),
                group.id().cluster().toString(),
                group.health().reason(),
                String.join(" ", group.topics()),
                names(services));
    }

    private static String names(List<WorkloadId> services) {
        return services.stream().map(WorkloadId::name).collect(Collectors.joining(" "));
    }
}
