package io.pilothouse.kafka;

import io.pilothouse.base.Observed;
import io.pilothouse.fleet.BrokerSettings;
import io.pilothouse.fleet.BrokerSettings.Origin;
import io.pilothouse.fleet.BrokerSettings.Setting;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** Asks each broker for its effective settings: some hundreds, which seldom change, so that it is asked once a minute. */
final class BrokerSettingsQuestion {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(10);

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final Map<Integer, Observed<BrokerSettings>> last = new HashMap<>();
    private final Map<Integer, Instant> due = new HashMap<>();

    BrokerSettingsQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** What each broker that the cluster knows said last, by its id. One that gives no sign of life is not asked. */
    Map<Integer, Observed<BrokerSettings>> ask(Admin admin, List<KafkaNodeFacts> nodes) {
        List<Integer> ids = nodes.stream().map(KafkaNodeFacts::id).toList();
        last.keySet().retainAll(ids);
        due.keySet().retainAll(ids);
        nodes.forEach(node -> node.answered()
                .problem()
                .ifPresent(problem ->
                        last.merge(node.id(), new Observed.Missing<>(problem), (before, _) -> before.after(problem))));
        Instant now = clock.instant();
        List<ConfigResource> asked = nodes.stream()
                .filter(node -> node.answered().problem().isEmpty())
                .filter(node -> !due.getOrDefault(node.id(), now).isAfter(now))
                .map(node -> new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(node.id())))
                .toList();
        if (!asked.isEmpty()) {
            read(admin, asked);
        }
        return Map.copyOf(last);
    }

    private void read(Admin admin, List<ConfigResource> brokers) {
        Map<Setting, Setting> distinct = new HashMap<>();
        last.values().stream()
                .flatMap(settings -> settings.known().stream())
                .flatMap(settings -> settings.settings().stream())
                .forEach(setting -> distinct.putIfAbsent(setting, setting));
        Answers answers = new Answers(deadline);
        var options = new DescribeConfigsOptions();
        options.timeoutMs(Answers.millis(deadline));
        admin.describeConfigs(brokers, options)
                .values()
                .forEach((broker, answer) -> keep(Integer.parseInt(broker.name()), answer, answers, distinct));
    }

    private void keep(int broker, KafkaFuture<Config> answer, Answers answers, Map<Setting, Setting> distinct) {
        try {
            BrokerSettings settings = reduced(answers.await(answer), distinct);
            last.put(broker, new Observed.Fresh<>(settings, clock.instant()));
            due.put(broker, clock.instant().plus(KEPT));
        } catch (NoAnswer e) {
            var failure = failures.of(
                    e,
                    "Broker " + broker + " did not tell its settings",
                    "They are shown as it told them last, if ever.");
            last.merge(broker, new Observed.Missing<>(failure), (before, _) -> before.after(failure));
            due.put(broker, clock.instant().plus(UNTIL_NEXT_ATTEMPT));
        }
    }

    /** Brokers have most settings in common; each of these is in memory once. */
    private static BrokerSettings reduced(Config config, Map<Setting, Setting> distinct) {
        return new BrokerSettings(config.entries().stream()
                .map(BrokerSettingsQuestion::setting)
                .map(setting -> distinct.computeIfAbsent(setting, _ -> setting))
                .toList());
    }

    private static Setting setting(ConfigEntry entry) {
        return new Setting(
                entry.name(),
                Optional.ofNullable(entry.value()),
                origin(entry),
                entry.isSensitive(),
                entry.isReadOnly());
    }

    private static Origin origin(ConfigEntry entry) {
        return switch (entry.source()) {
            case DYNAMIC_BROKER_CONFIG, DYNAMIC_BROKER_LOGGER_CONFIG -> Origin.BROKER;
            case DYNAMIC_DEFAULT_BROKER_CONFIG -> Origin.CLUSTER;
            case STATIC_BROKER_CONFIG -> Origin.FILE;
            default -> Origin.DEFAULT;
        };
    }
}
