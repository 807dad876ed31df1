package io.pilothouse.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A LimitRange: what one object of a namespace may take, and what a container gets that names nothing.
 *
 * @param rules one for each type of object and resource
 */
public record LimitRange(String name, List<Rule> rules) {

    public LimitRange {
        rules = List.copyOf(rules);
    }

    /**
     * A rule; amounts in cores or bytes.
     *
     * @param type what it is about: {@code Container}, {@code Pod}, {@code PersistentVolumeClaim}
     * @param resource {@code cpu}, {@code memory}, {@code storage} …
     * @param minimum the least that may be asked for
     * @param maximum the most that may be asked for
     * @param standardLimit the limit of a container that names none
     * @param standardRequest the request of a container that names none
     */
    public record Rule(
            String type,
            String resource,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum,
            Optional<BigDecimal> standardLimit,
            Optional<BigDecimal> standardRequest) {}
}
