package io.pilothouse.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.common.KafkaFuture;

/**
 * Questions to brokers themselves, all under way at once: which features they have (KIP-1160), which costs a broker next to nothing and
 * needs no right.
 */
final class SignsOfLife {

    private record Question(KafkaFuture<?> answer, Answers answers) {}

    private final Admin admin;
    private final Duration deadline;
    private final Map<Integer, Question> questions = new HashMap<>();
    private final CompletableFuture<Integer> first = new CompletableFuture<>();

    SignsOfLife(Admin admin, Duration deadline) {
        this.admin = admin;
        this.deadline = deadline;
    }

    /** Asks those of the brokers that were not asked before. */
    void ask(Collection<Integer> brokers) {
        brokers.forEach(broker -> questions.computeIfAbsent(broker, this::question));
    }

    private Question question(int broker) {
        Answers answers = new Answers(deadline);
        var options = new DescribeFeaturesOptions().nodeId(broker);
        options.timeoutMs(Answers.millis(deadline));
        KafkaFuture<?> answer = admin.describeFeatures(options).featureMetadata();
        answer.whenComplete((_, problem) -> {
            if (problem == null) {
                first.complete(broker);
            }
        });
        return new Question(answer, answers);
    }

    /** Waits until one of the brokers that were asked has answered; whether one did. */
    boolean awaitFirst() {
        try {
            return !questions.isEmpty() && new Answers(deadline).await(first) >= 0;
        } catch (NoAnswer e) {
            return false;
        }
    }

    /** What kept a broker that was asked from answering; empty when it answered. */
    Optional<NoAnswer> silence(int broker) {
        Question question = Optional.ofNullable(questions.get(broker)).orElseThrow();
        try {
            question.answers().await(question.answer());
            return Optional.empty();
        } catch (NoAnswer e) {
            return Optional.of(e);
        }
    }
}
