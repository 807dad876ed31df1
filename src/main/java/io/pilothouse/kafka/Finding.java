package io.pilothouse.kafka;

import io.pilothouse.base.Failure;

/**
 * What was found at an address where a broker should listen.
 *
 * @param detail what the operating system or the listener said; may be empty
 */
record Finding(Address address, Listener listener, String detail) {

    /** What listens at an address, from what tells most about a broker that does not answer to what tells least. */
    enum Listener {
        /** A listener of Kafka that wants neither TLS nor authentication. */
        PLAIN(
                Failure.Kind.TIMEOUT,
                "answers, but not with what it is asked for",
                "The broker starts or is overloaded, or the addresses it advertises cannot be reached from the console.",
                "Look at the broker's log, and compare its advertised.listeners with what the console can reach."),
        /** A listener that authenticates by SASL. */
        SASL(
                Failure.Kind.DENIED,
                "asks for authentication",
                "Kafka tells nothing to the console, which connects without credentials.",
                "Name them in pilothouse.kafka.clusters[…].properties (security.protocol, sasl.…), or a listener that needs none."),
        /** A listener that speaks TLS. */
        TLS(
                Failure.Kind.UNSUPPORTED,
                "expects TLS, but the console connects in plain text",
                "Kafka tells nothing to the console.",
                "Set security.protocol and ssl.… in pilothouse.kafka.clusters[…].properties, or name a plain listener."),
        /** The connection is accepted, and then nothing comes. */
        SILENT(
                Failure.Kind.TIMEOUT,
                "accepts connections, but does not answer",
                "The broker hangs, or is so overloaded that clients wait as well.",
                "Look at the broker's log and the load of its machine; restart it if it hangs."),
        /** The connection is accepted and ended at once, or something else than Kafka speaks. */
        FOREIGN(
                Failure.Kind.UNEXPECTED,
                "does not speak Kafka's protocol",
                "What listens there is no broker, or a proxy without one behind it.",
                "Check the port in bootstrap-servers."),
        /** Nothing answers to the attempt to connect. */
        UNREACHABLE(
                Failure.Kind.UNREACHABLE,
                "cannot be reached",
                "Its machine or pod is gone, or the network between it and the console drops the packets.",
                "Check that the broker runs, and the routes and network policies between it and the console."),
        /** The machine is there and refuses. */
        REFUSED(
                Failure.Kind.UNREACHABLE,
                "refuses connections",
                "No broker listens there: it is stopped, or it is only just starting.",
                "Start the broker, or look at its log for why it ended."),
        /** The name has no address. */
        UNKNOWN_HOST(
                Failure.Kind.NOT_FOUND,
                "has an unknown host name",
                "The name has no address where the console runs, so nothing can be asked there.",
                "Check the name in bootstrap-servers and advertised.listeners, and the name service.");

        private final Failure.Kind kind;
        private final String words;
        private final String meaning;
        private final String remedy;

        Listener(Failure.Kind kind, String words, String meaning, String remedy) {
            this.kind = kind;
            this.words = words;
            this.meaning = meaning;
            this.remedy = remedy;
        }

        Failure.Kind kind() {
            return kind;
        }

        /** What follows from it, one sentence. */
        String meaning() {
            return meaning;
        }

        /** What to do about it, one sentence. */
        String remedy() {
            return remedy;
        }
    }

    /** {@code 127.0.0.1:9092 refuses connections}. */
    String inWords() {
        return address + " " + listener.words;
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? inWords() : inWords() + " (" + detail + ")";
    }
}
