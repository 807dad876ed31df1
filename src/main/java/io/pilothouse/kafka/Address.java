package io.pilothouse.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.Node;

/** Where a broker listens: a host name, an IPv4 or an IPv6 address, and a port. */
record Address(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^\\[\\]:/\\s]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** The address in the form {@code host:port}, an IPv6 address in brackets; empty when the text has another form. */
    static Optional<Address> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
        int port = Integer.parseInt(matcher.group(3));
        return port > 0 && port <= HIGHEST_PORT ? Optional.of(new Address(host, port)) : Optional.empty();
    }

    /** Where the cluster says that the broker listens. */
    static Address of(Node node) {
        return new Address(node.host(), node.port());
    }

    /** The addresses of a list that is separated by commas; what is no address is left out. */
    static List<Address> all(String bootstrapServers) {
        return Arrays.stream(bootstrapServers.split(","))
                .flatMap(server -> parse(server).stream())
                .toList();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
