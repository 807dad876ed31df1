package io.pilothouse.testbed.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code server.config} that Strimzi writes for a container, made to hold on this machine: names become the addresses that cluster DNS
 * would give, mount paths become folders, the rack is the zone that Strimzi's init container would have found.
 */
final class ServerConfig {

    private static final Pattern BROKER_HOST =
            Pattern.compile("([a-z0-9-]+)\\.[a-z0-9-]+-kafka-brokers\\.([a-z0-9-]+)\\.svc(\\.cluster\\.local)?");

    private static final String ANY_ADDRESS = "0.0.0.0";
    private static final String RACK = "${strimzidir:/opt/kafka/init:rack.id}";

    private final String text;

    ServerConfig(String text) {
        this.text = text;
    }

    /** The properties of the server, the local platform's defaults first, so that the configuration wins over them. */
    String onThisMachine(
            InetAddress address, String zone, Map<String, Path> mounts, Function<BrokerName, InetAddress> addresses) {
        String local = BROKER_HOST
                .matcher(text)
                .replaceAll(host -> Matcher.quoteReplacement(addresses
                        .apply(new BrokerName(host.group(2), host.group(1)))
                        .getHostAddress()))
                .replace(ANY_ADDRESS, address.getHostAddress())
                .replace(RACK, zone);
        for (var mount : mounts.entrySet()) {
            local = local.replace("," + mount.getKey() + "/", "," + mount.getValue() + "/");
            local = local.replace("=" + mount.getKey() + "/", "=" + mount.getValue() + "/");
        }
        return defaults() + local;
    }

    private static String defaults() {
        try (InputStream in = ServerConfig.class.getResourceAsStream("/testbed/kafka/defaults.properties")) {
            if (in == null) {
                throw new IllegalStateException("Missing resource defaults.properties");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
