package io.pilothouse.fleet.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Kubernetes label selector: all its requirements must hold, so one without any selects everything.
 *
 * @param requirements {@code matchLabels} among them, as {@code In} one value
 */
public record PodSelector(List<Requirement> requirements) {

    /** What a requirement asks of a label. */
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    /**
     * One requirement.
     *
     * @param values for {@code IN} and {@code NOT_IN}
     */
    public record Requirement(String label, Operator operator, Set<String> values) {

        boolean holds(Map<String, String> labels) {
            String value = labels.get(label);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    /** Whether pods with these labels are selected. */
    public boolean selects(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }
}
