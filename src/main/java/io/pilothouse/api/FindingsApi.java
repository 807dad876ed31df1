package io.pilothouse.api;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.FindingJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.api.json.Words;
import io.pilothouse.base.Failure;
import io.pilothouse.fleet.Source;
import io.pilothouse.overview.Finding;
import io.pilothouse.overview.Findings;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is not as it should be, worst first, as the overview lists it. */
@RestController
@RequestMapping(path = Addresses.BASE + "/findings", produces = MediaType.APPLICATION_JSON_VALUE)
class FindingsApi {

    private static final Listing<Finding> LISTING = new Listing<>(
            "findings",
            FindingsApi::worstFirst,
            finding -> finding.title() + " " + finding.health().reason(),
            Map.of(
                    ListQuery.NAMESPACE, finding -> Stream.of(namespace(finding.subject())),
                    ListQuery.STATE,
                            finding -> Stream.of(Words.of(finding.health().state()))));

    private final Picture picture;

    FindingsApi(Picture picture) {
        this.picture = picture;
    }

    @GetMapping
    PageJson<FindingJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        ListQuery query = LISTING.query(parameters);
        VisibleFleet fleet = picture.now();
        if (fleet.clusters().isEmpty()) {
            Picture.requireKubernetes(fleet);
        }
        return LISTING.page(Findings.of(fleet, Optional.empty()).stream(), query, FindingJson::of, failures(fleet));
    }

    /** Of Kafka only where they see a cluster. */
    private static Stream<Failure> failures(VisibleFleet fleet) {
        Stream<Failure> kubernetes = fleet.source(Source.KUBERNETES).failures().stream();
        return fleet.clusters().isEmpty()
                ? kubernetes
                : Stream.concat(kubernetes, fleet.source(Source.KAFKA).failures().stream());
    }

    /** The order of {@link Findings} as a text: the state, what began last first, the title, and which of that title. */
    private static String worstFirst(Finding finding) {
        long recency =
                Long.MAX_VALUE - finding.health().since().orElse(Instant.EPOCH).toEpochMilli();
        return String.format(
                Locale.ROOT,
                "%d %019d %s %s",
                finding.health().state().ordinal(),
                recency,
                finding.title(),
                finding.subject());
    }

    private static String namespace(Finding.Subject subject) {
        return switch (subject) {
            case Finding.Subject.OfService service -> service.id().namespace();
            case Finding.Subject.OfCluster cluster -> cluster.id().namespace();
            case Finding.Subject.OfBroker broker -> broker.cluster().namespace();
        };
    }
}
