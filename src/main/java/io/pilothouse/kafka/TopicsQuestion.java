package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.spi.TopicFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicListing;

/** Asks for all topics, internal ones among them, with their partitions and settings. */
final class TopicsQuestion {

    private static final String MEANING =
            "Partitions, leaders and replicas are shown as they were before, if they were ever known.";

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final TopicDescriptions descriptions;
    private final TopicSettingsReading settings;
    private Optional<Observed<List<TopicFacts>>> last = Optional.empty();

    TopicsQuestion(int topicsPerRequest, Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
        this.descriptions = new TopicDescriptions(topicsPerRequest, deadline, clock);
        this.settings = new TopicSettingsReading(topicsPerRequest, deadline, clock);
    }

    /** All topics; stale when their list or some of them could not be had now, missing while they were never all known. */
    Observed<List<TopicFacts>> ask(Admin admin) {
        Observed<List<TopicFacts>> topics;
        try {
            topics = describe(admin, list(admin));
        } catch (NoAnswer e) {
            topics = after(failures.of(e, "The topics could not be listed", MEANING));
        }
        last = Optional.of(topics);
        return topics;
    }

    private Set<String> list(Admin admin) throws NoAnswer {
        var options = new ListTopicsOptions().listInternal(true).timeoutMs(Answers.millis(deadline));
        return new Answers(deadline)
                .await(admin.listTopics(options).listings()).stream()
                        .map(TopicListing::name)
                        .collect(Collectors.toSet());
    }

    private Observed<List<TopicFacts>> describe(Admin admin, Set<String> names) {
        Optional<Failure> failure = Optional.empty();
        try {
            descriptions.update(admin, names);
        } catch (NoAnswer e) {
            failure = Optional.of(failures.of(e, "Not all topics could be described", MEANING));
        }
        settings.refresh(admin, descriptions.names());
        boolean complete = last.flatMap(Observed::known).isPresent() || descriptions.knowsAll(names);
        if (!complete) {
            return after(failure.orElseGet(() -> underWay(names.size())));
        }
        List<TopicFacts> facts = descriptions.facts(settings);
        Instant at = descriptions.oldest().orElseGet(clock::instant);
        return failure.<Observed<List<TopicFacts>>>map(problem -> new Observed.Stale<>(facts, at, continued(problem)))
                .orElseGet(() -> new Observed.Fresh<>(facts, at));
    }

    private Failure underWay(int topics) {
        return failures.of(
                Failure.Kind.PREPARING,
                "So far " + descriptions.names().size() + " of " + topics + " topics are read",
                "Partitions are counted when all are known.",
                "It goes on by itself.",
                "");
    }

    private Observed<List<TopicFacts>> after(Failure failure) {
        return last.map(before -> before.after(failure)).orElseGet(() -> new Observed.Missing<>(failure));
    }

    private Failure continued(Failure failure) {
        return last.flatMap(Observed::problem).map(failure::continuing).orElse(failure);
    }
}
