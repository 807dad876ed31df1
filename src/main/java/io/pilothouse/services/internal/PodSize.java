package io.pilothouse.services.internal;

import io.pilothouse.base.Quantity;
import io.pilothouse.fleet.Workload;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.PodTemplate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one pod of a service would take after a change, summed over its containers.
 *
 * @param containers each with its requests and limits
 */
record PodSize(List<Sized> containers) {

    /** The requests and limits of one container. */
    record Sized(ChangeResources.Amounts requests, ChangeResources.Amounts limits) {}

    static PodSize after(Workload service, ChangeResources change) {
        return new PodSize(PodTemplate.containers(service).stream()
                .map(container -> container.equals(change.container())
                        ? new Sized(change.requests(), change.limits())
                        : new Sized(
                                ChangeResources.Amounts.of(service, container, "requests"),
                                ChangeResources.Amounts.of(service, container, "limits")))
                .toList());
    }

    /** A container without a request asks for as much as its limit (Kubernetes' documentation, "Resource Management for Pods and Containers"). */
    BigDecimal request(String resource) {
        return containers.stream()
                .map(container -> container
                        .requests()
                        .amount(resource)
                        .or(() -> container.limits().amount(resource)))
                .map(amount -> amount.flatMap(Quantity::of).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Empty when one of them has none. */
    Optional<BigDecimal> limit(String resource) {
        List<BigDecimal> limits = containers.stream()
                .flatMap(container -> container.limits().amount(resource).flatMap(Quantity::of).stream())
                .toList();
        return limits.size() == containers.size() && !limits.isEmpty()
                ? Optional.of(limits.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
