package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.KafkaNodeFacts;
import io.pilothouse.fleet.spi.LogDirFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaFuture;

/** Asks brokers for their log dirs. Each tells of all its replicas at once, so it is asked seldom, and only while it gives signs of life. */
final class LogDirsQuestion {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final String MEANING = "The disk space that is shown of it is what it told last, if anything.";

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final Map<Integer, Observed<LogDirFacts>> last = new HashMap<>();
    private final Map<Integer, Instant> due = new HashMap<>();

    LogDirsQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** What each broker that the cluster knows said last, by its id. One that gives no sign of life is not asked, but as soon as it does. */
    Map<Integer, Observed<LogDirFacts>> ask(Admin admin, List<KafkaNodeFacts> nodes) {
        List<Integer> ids = nodes.stream().map(KafkaNodeFacts::id).toList();
        last.keySet().retainAll(ids);
        due.keySet().retainAll(ids);
        nodes.forEach(node -> node.answered().problem().ifPresent(problem -> {
            failed(node.id(), problem);
            due.remove(node.id());
        }));
        Instant now = clock.instant();
        List<Integer> asked = nodes.stream()
                .filter(node -> node.answered().problem().isEmpty())
                .map(KafkaNodeFacts::id)
                .filter(id -> !due.getOrDefault(id, now).isAfter(now))
                .toList();
        asked.forEach(id -> due.put(id, now.plus(INTERVAL)));
        put(admin, asked);
        return Map.copyOf(last);
    }

    private void put(Admin admin, List<Integer> brokers) {
        Answers answers = new Answers(deadline);
        var options = new DescribeLogDirsOptions();
        options.timeoutMs(Answers.millis(deadline));
        admin.describeLogDirs(brokers, options).descriptions().forEach((id, answer) -> keep(id, answer, answers));
    }

    private void keep(int id, KafkaFuture<Map<String, LogDirDescription>> answer, Answers answers) {
        try {
            keep(id, answers.await(answer));
        } catch (NoAnswer e) {
            failed(id, failures.of(e, "Broker " + id + " did not tell of its log dirs", MEANING));
        }
    }

    private void keep(int id, Map<String, LogDirDescription> dirs) {
        long online = dirs.values().stream().filter(dir -> dir.error() == null).count();
        if (online > 0) {
            last.put(id, new Observed.Fresh<>(LogDirSums.of(dirs), clock.instant()));
        }
        if (online < dirs.size()) {
            failed(id, offline(id, dirs));
        }
    }

    private void failed(int id, Failure failure) {
        last.merge(id, new Observed.Missing<>(failure), (before, _) -> before.after(failure));
    }

    private Failure offline(int id, Map<String, LogDirDescription> dirs) {
        Map<String, String> offline = dirs.entrySet().stream()
                .filter(dir -> dir.getValue().error() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, dir -> dir.getValue().error().toString()));
        return failures.of(
                Failure.Kind.UNREACHABLE,
                "Broker " + id + " cannot use its log dir " + String.join(", ", offline.keySet()),
                "The replicas there are offline, and the disk space that is shown is that of its other log dirs.",
                "Repair or replace the disk, then restart the broker.",
                offline.toString());
    }
}
