package io.pilothouse.testbed.scene;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/** Sends what a library logs on a pod's thread to the pod's log instead of this JVM's: an absent broker floods nobody. */
final class ClientLogs extends TurboFilter {

    private static final String CONSUMER_INTERNALS = "org.apache.kafka.clients.consumer.internals.";

    /** Puts the filter in its place for good: also after Spring Boot has set up logging anew. */
    static void install() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        boolean there = context.getTurboFilterList().stream().anyMatch(ClientLogs.class::isInstance);
        if (!there) {
            context.addListener(new Reinstall());
            context.addTurboFilter(new ClientLogs());
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        Optional<PodThread> pod = PodThread.current();
        if (pod.isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        if (!isWanted(logger, level)) {
            return FilterReply.DENY;
        }
        if (format == null) {
            return FilterReply.ACCEPT;
        }
        String message = MessageFormatter.basicArrayFormat(format, parameters);
        ServiceLog log = new ServiceLog(pod.get().log());
        log.write(level.toString(), logger.getName(), failure == null ? message : message + ": " + failure);
        return FilterReply.DENY;
    }

    /** Warnings and worse, and how consumers come to their partitions; not the hundred lines of each client's settings. */
    private static boolean isWanted(Logger logger, Level level) {
        return level.isGreaterOrEqual(Level.WARN)
                || (level.isGreaterOrEqual(Level.INFO) && logger.getName().startsWith(CONSUMER_INTERNALS));
    }

    private static final class Reinstall implements LoggerContextListener {

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            context.addTurboFilter(new ClientLogs());
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
