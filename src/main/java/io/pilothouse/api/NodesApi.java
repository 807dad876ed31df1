package io.pilothouse.api;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.NodeJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.fleet.Node;
import io.pilothouse.fleet.Source;
import io.pilothouse.nodes.NodeInventory;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nodes of the Kubernetes cluster, as the pages of nodes show them. */
@RestController
@RequestMapping(path = Addresses.BASE + "/nodes", produces = MediaType.APPLICATION_JSON_VALUE)
class NodesApi {

    private static final Listing<Node> LISTING = new Listing<>(
            "nodes",
            Node::name,
            node -> node.name() + " " + node.zone().orElse("") + " "
                    + node.health().reason(),
            Map.of(
                    ListQuery.STATE,
                    node -> Stream.of(Words.of(node.health().state())),
                    "zone",
                    node -> node.zone().stream()));

    private final Picture picture;

    NodesApi(Picture picture) {
        this.picture = picture;
    }

    /** Nodes are listed as a whole or not at all, so who may not list them is told so. */
    @GetMapping
    PageJson<NodeJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.withKubernetes();
        if (!fleet.seesNodes()) {
            throw Refusal.hidden(ReadableKind.NODES.list(""));
        }
        NodeInventory inventory = NodeInventory.ofAll(fleet);
        return LISTING.page(
                fleet.nodes(),
                query,
                node -> NodeJson.of(inventory.load(node)),
                fleet.source(Source.KUBERNETES).failures().stream());
    }

    @GetMapping("/{name}")
    NodeJson one(@PathVariable String name) {
        VisibleFleet fleet = picture.withKubernetes();
        Node node = Picture.seen(fleet.node(name), "node " + name);
        return NodeJson.of(NodeInventory.of(name, fleet).load(node));
    }
}
