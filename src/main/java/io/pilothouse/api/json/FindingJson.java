package io.pilothouse.api.json;

import io.pilothouse.overview.Finding;

/**
 * Something that is not as it should be.
 *
 * @param kind {@code service}, {@code cluster} or {@code broker}
 * @param about the address of what it is about
 */
public record FindingJson(String kind, String about, String title, HealthJson health) {

    public static FindingJson of(Finding finding) {
        HealthJson health = HealthJson.of(finding.health());
        return switch (finding.subject()) {
            case Finding.Subject.OfService service ->
                new FindingJson("service", ServiceJson.self(service.id()), finding.title(), health);
            case Finding.Subject.OfCluster cluster ->
                new FindingJson("cluster", Addresses.of("clusters/" + cluster.id()), finding.title(), health);
            case Finding.Subject.OfBroker broker ->
                new FindingJson(
                        "broker",
                        Addresses.of("clusters/" + broker.cluster() + "/brokers/" + broker.broker()),
                        finding.title(),
                        health);
        };
    }
}
