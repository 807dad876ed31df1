package io.pilothouse.fleet.ui;

import io.pilothouse.base.ClusterId;
import io.pilothouse.fleet.GroupId;
import io.pilothouse.fleet.TopicId;
import io.pilothouse.fleet.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of what Kafka clusters hold and of nodes, relative to the console's. Topics and groups lead to each other, services to both and to
 * nodes, and all of them back.
 */
public final class FleetNavigation {

    /** All services. */
    public static final String SERVICES = "services";

    /** All topics. */
    public static final String TOPICS = "topics";

    /** All groups of consumers. */
    public static final String GROUPS = "groups";

    /** All nodes. */
    public static final String NODES = "nodes";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@:-][A-Za-z0-9._@:-]*");
    private static final String ENCODED = "~";

    private FleetNavigation() {}

    /** The pods of one service. */
    public static String pods(WorkloadId id) {
        return SERVICES + "/" + id + "?tab=pods";
    }

    /** One node. */
    public static String node(String name) {
        return NODES + "/" + name;
    }

    /** One topic. */
    public static String topic(TopicId id) {
        return TOPICS + "/" + segment(id.cluster()) + "/" + segment(id.name());
    }

    /** A tab of the page of one topic. */
    public static String topic(TopicId id, String tab) {
        return topic(id) + "?tab=" + tab;
    }

    /** One group of consumers. */
    public static String group(GroupId id) {
        return GROUPS + "/" + segment(id.cluster()) + "/" + segment(id.name());
    }

    /** A tab of the page of one group. */
    public static String group(GroupId id, String tab) {
        return group(id) + "?tab=" + tab;
    }

    /** The cluster that a segment of an address names, if it names one; a namespace has no dots, a cluster may. */
    public static Optional<ClusterId> cluster(String segment) {
        int dot = segment.indexOf('.');
        return dot <= 0 || dot == segment.length() - 1
                ? Optional.empty()
                : Optional.of(new ClusterId(segment.substring(0, dot), segment.substring(dot + 1)));
    }

    /** The name that a segment of an address stands for. */
    public static String name(String segment) {
        if (!segment.startsWith(ENCODED)) {
            return segment;
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(segment.substring(ENCODED.length()));
            return new String(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static String segment(ClusterId cluster) {
        return cluster.namespace() + "." + cluster.name();
    }

    /** A group may be called anything; what servers and browsers would take for more than a name is encoded. */
    private static String segment(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : ENCODED
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
