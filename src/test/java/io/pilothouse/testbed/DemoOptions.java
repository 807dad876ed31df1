package io.pilothouse.testbed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was started with.
 *
 * @param port of the console
 * @param password of both demo users; a random one for each when not given
 * @param context of the reader's own cluster, which then takes the local platform's place
 * @param kubeconfig that holds the context; the reader's usual one when not given
 */
record DemoOptions(int port, Optional<String> password, Optional<String> context, Optional<String> kubeconfig) {

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /** The options cannot be understood; the message says which and why. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static DemoOptions parse(String[] arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        DemoOptions options = new DemoOptions(DEFAULT_PORT, Optional.empty(), Optional.empty(), Optional.empty());
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new UsageException(option + " wants a value, or is not known");
            }
            options = options.with(option, rest.pop());
        }
        if (options.kubeconfig().isPresent() && options.context().isEmpty()) {
            throw new UsageException("--kubeconfig goes with --context");
        }
        return options;
    }

    private DemoOptions with(String option, String value) throws UsageException {
        return switch (option) {
            case "--port" -> new DemoOptions(port(value), password, context, kubeconfig);
            case "--demo-password" -> new DemoOptions(port, Optional.of(value), context, kubeconfig);
            case "--context" -> new DemoOptions(port, password, Optional.of(value), kubeconfig);
            case "--kubeconfig" -> new DemoOptions(port, password, context, Optional.of(value));
            default -> throw new UsageException(option + " is not known");
        };
    }

    private static int port(String value) throws UsageException {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the message below says it
        }
        throw new UsageException("--port wants a number from 1 to " + HIGHEST_PORT + ", not '" + value + "'");
    }
}
