package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.TopicJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Topics, as the pages of topics show them. */
@RestController
@RequestMapping(path = Addresses.BASE + "/topics", produces = MediaType.APPLICATION_JSON_VALUE)
class TopicsApi {

    /** @param services those that read it and that the person may see */
    private record Listed(Topic topic, KafkaCluster cluster, List<WorkloadId> services) {}

    private static final Listing<Listed> LISTING = new Listing<>(
            "topics",
            listed -> listed.topic().id().toString(),
            listed -> SearchText.of(listed.topic(), listed.services()),
            Map.of(
                    ListQuery.NAMESPACE, TopicsApi::namespaces,
                    ListQuery.CLUSTER, listed -> Stream.of(listed.cluster().id().toString()),
                    ListQuery.STATE,
                            listed -> Stream.of(Words.of(listed.topic().health().state()))));

    private final Picture picture;

    TopicsApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping
    PageJson<TopicJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.now();
        return LISTING.page(
                fleet.clusters().stream().flatMap(cluster -> listed(cluster, fleet)),
                query,
                listed -> TopicJson.of(listed.topic(), listed.cluster(), fleet),
                ClusterContents.failures(fleet, KafkaCluster::topics));
    }

    @GetMapping("/{cluster}/{topic}")
    TopicJson one(@PathVariable String cluster, @PathVariable String topic) {
        ClusterId id = ClusterContents.cluster(cluster);
        String name = FleetNavigation.name(topic);
        VisibleFleet fleet = picture.now();
        KafkaCluster holder = ClustersApi.cluster(id, fleet);
        return TopicJson.of(
                ClusterContents.one(holder.topics(), holder.topic(name), "topic " + name + " in Kafka cluster " + id),
                holder,
                fleet);
    }

    private static Stream<Listed> listed(KafkaCluster cluster, VisibleFleet fleet) {
        Map<String, List<WorkloadId>> services = cluster.groups().known().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(group -> group.id().name(), group -> ClusterContents.services(group, fleet)));
        return cluster.topics().known().stream()
                .flatMap(List::stream)
                .map(topic -> new Listed(
                        topic,
                        cluster,
                        topic.readers().stream()
                                .flatMap(group -> services.getOrDefault(group, List.of()).stream())
                                .distinct()
                                .toList()));
    }

    private static Stream<String> namespaces(Listed listed) {
        return Stream.concat(
                Stream.of(listed.cluster().id().namespace()),
                listed.services().stream().map(WorkloadId::namespace));
    }
}
