package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.BrokerJson;
import io.pilothouse.api.json.ClusterJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Source;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Kafka clusters and their brokers, as the pages of clusters show them. */
@RestController
@RequestMapping(path = Addresses.BASE + "/clusters", produces = MediaType.APPLICATION_JSON_VALUE)
class ClustersApi {

    private static final Listing<KafkaCluster> LISTING = new Listing<>(
            "clusters",
            cluster -> cluster.id().toString(),
            cluster -> cluster.id() + " " + cluster.health().reason() + " "
                    + cluster.version().orElse(""),
            Map.of(
                    ListQuery.NAMESPACE, cluster -> Stream.of(cluster.id().namespace()),
                    ListQuery.STATE,
                            cluster -> Stream.of(Words.of(cluster.health().state()))));

    private final Picture picture;

    ClustersApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping
    PageJson<ClusterJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.now();
        if (fleet.clusters().isEmpty()) {
            Picture.requireKubernetes(fleet);
        }
        return LISTING.page(
                fleet.clusters().stream(),
                query,
                cluster -> ClusterJson.of(cluster, fleet),
                fleet.source(Source.KUBERNETES).failures().stream());
    }

    @GetMapping("/{namespace}/{name}")
    ClusterJson one(@PathVariable String namespace, @PathVariable String name) {
        VisibleFleet fleet = picture.now();
        return ClusterJson.of(cluster(new ClusterId(namespace, name), fleet), fleet);
    }

    @GetMapping("/{namespace}/{name}/brokers/{id}")
    BrokerJson broker(@PathVariable String namespace, @PathVariable String name, @PathVariable String id) {
        VisibleFleet fleet = picture.now();
        KafkaCluster cluster = cluster(new ClusterId(namespace, name), fleet);
        return cluster.brokers().stream()
                .filter(broker -> String.valueOf(broker.id()).equals(id))
                .findFirst()
                .map(broker -> BrokerJson.of(broker, cluster.id(), fleet))
                .orElseThrow(() -> Refusal.absent("broker " + id + " in Kafka cluster " + cluster.id()));
    }

    /** @throws Refusal when they may not see it, it is not there, or nobody can say whether it is */
    static KafkaCluster cluster(ClusterId id, VisibleFleet fleet) {
        if (fleet.sight().sees(id) || fleet.fleet().cluster(id).isPresent()) {
            return Picture.seen(fleet.cluster(id), "Kafka cluster " + id);
        }
        Picture.requireKubernetes(fleet);
        return Picture.seen(fleet.cluster(id), "Kafka cluster " + id);
    }
}
