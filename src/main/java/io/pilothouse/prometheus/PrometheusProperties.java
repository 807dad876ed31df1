package io.pilothouse.prometheus;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Prometheus is read.
 *
 * @param url where its HTTP API begins, as {@code http://prometheus:9090} or {@code https://mimir/prometheus}; none: no metrics
 * @param deadline how long the answer to one query is waited for
 */
@ConfigurationProperties("pilothouse.prometheus")
record PrometheusProperties(
        @Nullable URI url, @DefaultValue("3s") Duration deadline) {

    private static final String URL = "pilothouse.prometheus.url: ";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    PrometheusProperties {
        if (url != null) {
            require(url.getUserInfo() == null, URL + "it must not hold credentials");
            require(
                    SCHEMES.contains(String.valueOf(url.getScheme())) && url.getHost() != null,
                    URL + "'" + url + "' is not of the form http://host:port");
            require(url.getQuery() == null && url.getFragment() == null, URL + "it must not hold '?' or '#'");
        }
        require(deadline.isPositive(), "pilothouse.prometheus.deadline: a deadline must be longer than nothing");
    }

    /** Where queries go; empty when no Prometheus is configured. */
    Optional<URI> queries() {
        return Optional.ofNullable(url)
                .map(base -> URI.create(base.toString().replaceFirst("/*$", "") + "/api/v1/query"));
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
