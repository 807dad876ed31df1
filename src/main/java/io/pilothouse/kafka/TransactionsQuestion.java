package io.pilothouse.kafka;

import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.fleet.OpenTransaction;
import io.pilothouse.fleet.PartitionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTransactionsOptions;
import org.apache.kafka.clients.admin.DescribeTransactionsResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;

/**
 * Asks brokers for transactions that have been open for long (KIP-994, from Kafka 3.8 on). Each tells of those it coordinates, so that one
 * that does not answer hides only these, and what it said before stays.
 */
final class TransactionsQuestion {

    /** Longer than what streams and producers in good health take. */
    static final Duration LONG = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String MEANING = "Transactions that are shown as open are the last ones known.";
    private static final Set<TransactionState> OPEN =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Duration deadline;
    private final PartFailures failures;
    private final Clock clock;
    private final Map<Integer, Set<String>> listed = new TreeMap<>();
    private final Map<String, OpenTransaction> described = new TreeMap<>();
    private Optional<Observed<List<OpenTransaction>>> last = Optional.empty();
    private Instant due = Instant.MIN;

    TransactionsQuestion(Duration deadline, PartFailures failures, Clock clock) {
        this.deadline = deadline;
        this.failures = failures;
        this.clock = clock;
    }

    /** The transactions that have been open for long, oldest first; stale when a broker did not tell of its own. */
    Observed<List<OpenTransaction>> ask(Admin admin) {
        Instant now = clock.instant();
        return last.filter(_ -> now.isBefore(due)).orElseGet(() -> {
            due = now.plus(INTERVAL);
            Observed<List<OpenTransaction>> answer = read(admin);
            last = Optional.of(answer);
            return answer;
        });
    }

    private Observed<List<OpenTransaction>> read(Admin admin) {
        try {
            Optional<NoAnswer> silence = list(admin);
            describe(admin);
            List<OpenTransaction> open = open();
            return silence.<Observed<List<OpenTransaction>>>map(
                            reason -> new Observed.Stale<>(open, clock.instant(), failure(reason)))
                    .orElseGet(() -> new Observed.Fresh<>(open, clock.instant()));
        } catch (NoAnswer e) {
            Failure failure = failure(e);
            return last.map(before -> before.after(failure)).orElseGet(() -> new Observed.Missing<>(failure));
        }
    }

    /** What kept one of the brokers from telling, if that happened; no answer at all when none of them told. */
    private Optional<NoAnswer> list(Admin admin) throws NoAnswer {
        Answers answers = new Answers(deadline);
        var options = new ListTransactionsOptions().filterStates(OPEN).filterOnDuration(LONG.toMillis());
        options.timeoutMs(Answers.millis(deadline));
        Map<Integer, KafkaFuture<Collection<TransactionListing>>> byBroker =
                answers.await(admin.listTransactions(options).byBrokerId());
        listed.keySet().retainAll(byBroker.keySet());
        Optional<NoAnswer> silence = Optional.empty();
        int told = 0;
        for (var broker : byBroker.entrySet()) {
            try {
                listed.put(broker.getKey(), ids(answers.await(broker.getValue())));
                told++;
            } catch (NoAnswer e) {
                silence = Optional.of(e);
            }
        }
        if (told == 0 && silence.isPresent()) {
            throw silence.orElseThrow();
        }
        return silence;
    }

    private void describe(Admin admin) {
        List<String> ids =
                listed.values().stream().flatMap(Set::stream).distinct().toList();
        described.keySet().retainAll(ids);
        if (ids.isEmpty()) {
            return;
        }
        Answers answers = new Answers(deadline);
        var options = new DescribeTransactionsOptions();
        options.timeoutMs(Answers.millis(deadline));
        DescribeTransactionsResult result = admin.describeTransactions(ids, options);
        for (String id : ids) {
            try {
                described.put(id, transaction(id, answers.await(result.description(id))));
            } catch (NoAnswer e) {
                // it ended since, or its coordinator does not answer: what was known of it stays
            }
        }
    }

    private List<OpenTransaction> open() {
        return described.values().stream()
                .sorted(Comparator.comparing(
                        transaction -> transaction.started().orElse(Instant.MAX)))
                .toList();
    }

    private static Set<String> ids(Collection<TransactionListing> listings) {
        return Set.copyOf(
                listings.stream().map(TransactionListing::transactionalId).toList());
    }

    private static OpenTransaction transaction(String id, TransactionDescription description) {
        return new OpenTransaction(
                id,
                description.producerId(),
                description.coordinatorId(),
                description.transactionStartTimeMs().stream()
                        .mapToObj(Instant::ofEpochMilli)
                        .findFirst(),
                Duration.ofMillis(description.transactionTimeoutMs()),
                description.topicPartitions().stream()
                        .map(partition -> new PartitionId(partition.topic(), partition.partition()))
                        .sorted()
                        .toList());
    }

    private Failure failure(NoAnswer reason) {
        return failures.of(reason, "Not all brokers told of open transactions", MEANING);
    }
}
