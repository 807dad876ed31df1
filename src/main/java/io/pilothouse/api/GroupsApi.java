package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.GroupJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.ui.FleetNavigation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups of consumers, as the pages of groups show them. */
@RestController
@RequestMapping(path = Addresses.BASE + "/groups", produces = MediaType.APPLICATION_JSON_VALUE)
class GroupsApi {

    /** @param services those of its members that the person may see */
    private record Listed(ConsumerGroup group, KafkaCluster cluster, List<WorkloadId> services) {}

    private static final Listing<Listed> LISTING = new Listing<>(
            "groups",
            listed -> listed.group().id().toString(),
            listed -> SearchText.of(listed.group(), listed.services()),
            Map.of(
                    ListQuery.NAMESPACE,
                    GroupsApi::namespaces,
                    ListQuery.CLUSTER,
                    listed -> Stream.of(listed.cluster().id().toString()),
                    ListQuery.STATE,
                    listed -> Stream.of(Words.of(listed.group().health().state())),
                    "topic",
                    listed -> listed.group().topics().stream()));

    private final Picture picture;

    GroupsApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping
    PageJson<GroupJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.now();
        return LISTING.page(
                fleet.clusters().stream().flatMap(cluster -> listed(cluster, fleet)),
                query,
                listed -> GroupJson.of(listed.group(), listed.cluster(), fleet),
                ClusterContents.failures(fleet, KafkaCluster::groups));
    }

    @GetMapping("/{cluster}/{group}")
    GroupJson one(@PathVariable String cluster, @PathVariable String group) {
        ClusterId id = ClusterContents.cluster(cluster);
        String name = FleetNavigation.name(group);
        VisibleFleet fleet = picture.now();
        KafkaCluster holder = ClustersApi.cluster(id, fleet);
        return GroupJson.of(
                ClusterContents.one(
                        holder.groups(), holder.group(name), "consumer group " + name + " in Kafka cluster " + id),
                holder,
                fleet);
    }

    private static Stream<Listed> listed(KafkaCluster cluster, VisibleFleet fleet) {
        return cluster.groups().known().stream()
                .flatMap(List::stream)
                .map(group -> new Listed(group, cluster, ClusterContents.services(group, fleet)));
    }

    private static Stream<String> namespaces(Listed listed) {
        return Stream.concat(
                Stream.of(listed.cluster().id().namespace()),
                listed.services().stream().map(WorkloadId::namespace));
    }
}
