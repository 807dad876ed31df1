package io.pilothouse.kafka;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * How the client shows who it is, and knows whom it talks to: Kafka's own client properties. Its text form names what is set and never what it
 * is set to.
 */
record Security(Map<String, String> properties) {

    /** In plain text, without credentials. */
    static final Security NONE = new Security(Map.of());

    private static final Set<String> PREFIXES = Set.of("security.", "sasl.", "ssl.");

    /** {@code password="…"} and the like in what JAAS is told. */
    private static final Pattern JAAS_VALUE = Pattern.compile("=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;\"']+))");

    Security {
        properties = Map.copyOf(properties);
    }

    /** Whether this is a property that it may consist of. */
    static boolean admits(String property) {
        return PREFIXES.stream().anyMatch(property::startsWith);
    }

    /** Whether it goes beyond plain text without credentials. */
    boolean secured() {
        return !properties
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")
                .equals("PLAINTEXT");
    }

    /** The text without any of its secrets. */
    String withoutSecrets(String text) {
        return secrets()
                .filter(secret -> !secret.isBlank())
                .reduce(text, (cleaned, secret) -> cleaned.replace(secret, "…"));
    }

    /** What Kafka declares to be passwords, and each value in what JAAS is told. */
    private Stream<String> secrets() {
        return properties.entrySet().stream()
                .filter(property -> secret(property.getKey()))
                .flatMap(property -> Stream.concat(
                        Stream.of(property.getValue()),
                        JAAS_VALUE.matcher(property.getValue()).results().flatMap(Security::groups)));
    }

    private static Stream<String> groups(MatchResult match) {
        return Stream.of(1, 2, 3).map(match::group).filter(Objects::nonNull);
    }

    private static boolean secret(String property) {
        ConfigDef.ConfigKey declared =
                AdminClientConfig.configDef().configKeys().get(property);
        return declared == null || declared.type() == ConfigDef.Type.PASSWORD;
    }

    @Override
    public String toString() {
        return properties.keySet().stream().sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
