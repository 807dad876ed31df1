package io.pilothouse.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * The Admin client of one connection, made when it is first needed and kept. Making it looks up the names of the bootstrap servers,
 * which can take long, and closing it waits for its thread: both are done aside.
 */
final class AdminConnection implements AutoCloseable {

    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("kafka connection").start(task);

    private final Map<String, Object> settings;
    private final Security security;
    private @Nullable CompletableFuture<Admin> admin;
    private boolean closed;

    /**
     * @param clientId what it calls itself to brokers
     * @param longestDeadline of all questions: after it a question that hangs at one broker is put to another
     */
    AdminConnection(String bootstrapServers, Security security, String clientId, Duration longestDeadline) {
        int timeout = Answers.millis(longestDeadline);
        this.security = security;
        this.settings = new HashMap<>(security.properties());
        settings.putAll(Map.ofEntries(
                Map.entry(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(AdminClientConfig.CLIENT_ID_CONFIG, clientId),
                Map.entry(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout),
                Map.entry(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout),
                Map.entry(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1_000L),
                Map.entry(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 2_000L),
                // a broker that comes back is seen at the next reading, under another address too
                Map.entry(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L),
                Map.entry(AdminClientConfig.METADATA_RECOVERY_REBOOTSTRAP_TRIGGER_MS_CONFIG, 10_000L),
                Map.entry(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, ""),
                Map.entry(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false)));
    }

    /** The client; no answer when it could not be made within the deadline, or not at all. */
    Admin admin(Duration deadline) throws NoAnswer {
        return new Answers(deadline).await(current());
    }

    private synchronized CompletableFuture<Admin> current() {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("the connection was ended"));
        }
        if (admin == null || admin.isCompletedExceptionally()) {
            admin = CompletableFuture.supplyAsync(this::create, ASIDE);
        }
        return admin;
    }

    /**
     * What is wrong with the settings stands in the innermost cause; it is told without the secrets among them. Of addresses that lead nowhere
     * a look at each of them tells more.
     */
    private Admin create() {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause.toString().contains(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
                throw e;
            }
            throw new ConfigException(security.withoutSecrets(cause.toString()));
        }
    }

    /** Returns at once; questions under way end without an answer. */
    @Override
    public synchronized void close() {
        closed = true;
        if (admin != null) {
            admin.thenAcceptAsync(client -> client.close(Duration.ZERO), ASIDE);
        }
    }
}
