package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.ServiceJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.fleet.SearchText;
import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
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

/** Services, as the pages of services show them. */
@RestController
@RequestMapping(path = Addresses.BASE + "/services", produces = MediaType.APPLICATION_JSON_VALUE)
class ServicesApi {

    private static final Listing<Workload> LISTING = new Listing<>(
            "services",
            service -> service.id().toString(),
            SearchText::of,
            Map.of(
                    ListQuery.NAMESPACE,
                    service -> Stream.of(service.id().namespace()),
                    ListQuery.STATE,
                    service -> Stream.of(Words.of(service.health().state())),
                    "kind",
                    service -> Stream.of(service.id().kind().slug()),
                    "team",
                    service -> service.team().stream()));

    private static final String KINDS =
            Stream.of(WorkloadKind.values()).map(WorkloadKind::slug).collect(Collectors.joining(", "));

    private final Picture picture;

    ServicesApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping
    PageJson<ServiceJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.withKubernetes();
        return LISTING.page(
                fleet.workloads(),
                query,
                service -> ServiceJson.of(service, fleet),
                fleet.source(Source.KUBERNETES).failures().stream());
    }

    @GetMapping("/{namespace}/{kind}/{name}")
    ServiceJson one(@PathVariable String namespace, @PathVariable String kind, @PathVariable String name) {
        WorkloadKind known =
                WorkloadKind.ofSlug(kind).orElseThrow(() -> Refusal.parameter("kind", "It is one of " + KINDS + "."));
        WorkloadId id = new WorkloadId(namespace, known, name);
        VisibleFleet fleet = picture.withKubernetes();
        return ServiceJson.of(
                Picture.seen(fleet.workload(id), known.kind() + " " + name + " in namespace " + namespace), fleet);
    }
}
