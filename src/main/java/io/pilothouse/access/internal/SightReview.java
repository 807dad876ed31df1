package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.Sight;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.AccessReviews.Undecided;
import io.pilothouse.base.ClusterId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Finds out what a person may see: first for each kind whether they may list it everywhere, and where not, namespace by namespace. Many
 * questions go out side by side, but never more than a few at once for all people.
 */
final class SightReview {

    private static final int AT_ONCE = 16;

    /** What there is to ask about. */
    record Subjects(Set<String> namespaces, Set<ClusterId> clusters) {}

    private final AccessReviews reviews;
    private final Semaphore places = new Semaphore(AT_ONCE);

    SightReview(AccessReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @throws Undecided when any of the questions finds no answer: half an answer would hide or show the wrong things
     */
    Sight of(Person person, Subjects subjects) throws Undecided {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Questions questions = new Questions(person, threads);
            Set<ReadableKind> everywhere = everywhere(questions);
            Map<ReadableKind, Set<String>> within = within(questions, everywhere, subjects.namespaces());
            return new Sight(everywhere, within, clusters(questions, subjects.clusters()));
        }
    }

    private static Set<ReadableKind> everywhere(Questions questions) throws Undecided {
        Map<ReadableKind, Future<Boolean>> asked = new EnumMap<>(ReadableKind.class);
        for (ReadableKind kind : ReadableKind.values()) {
            asked.put(kind, questions.ask(kind.list("")));
        }
        Set<ReadableKind> allowed = EnumSet.noneOf(ReadableKind.class);
        for (var question : asked.entrySet()) {
            if (answer(question.getValue())) {
                allowed.add(question.getKey());
            }
        }
        return allowed;
    }

    private static Map<ReadableKind, Set<String>> within(
            Questions questions, Set<ReadableKind> everywhere, Set<String> namespaces) throws Undecided {
        Map<ReadableKind, Map<String, Future<Boolean>>> asked = new EnumMap<>(ReadableKind.class);
        for (ReadableKind kind : EnumSet.complementOf(EnumSet.copyOf(withNodes(everywhere)))) {
            Map<String, Future<Boolean>> byNamespace = new HashMap<>();
            namespaces.forEach(namespace -> byNamespace.put(namespace, questions.ask(kind.list(namespace))));
            asked.put(kind, byNamespace);
        }
        Map<ReadableKind, Set<String>> allowed = new EnumMap<>(ReadableKind.class);
        for (var kind : asked.entrySet()) {
            allowed.put(kind.getKey(), allowed(kind.getValue()));
        }
        return allowed;
    }

    private static Set<ClusterId> clusters(Questions questions, Set<ClusterId> clusters) throws Undecided {
        Map<ClusterId, Future<Boolean>> asked = new HashMap<>();
        clusters.forEach(cluster ->
                asked.put(cluster, questions.ask(ReadableKind.KAFKAS.get(cluster.namespace(), cluster.name()))));
        return allowed(asked);
    }

    /** Nodes are in no namespace: asking for them in each would only repeat the first question. */
    private static Set<ReadableKind> withNodes(Set<ReadableKind> kinds) {
        Set<ReadableKind> with = EnumSet.of(ReadableKind.NODES);
        with.addAll(kinds);
        return with;
    }

    private static <K> Set<K> allowed(Map<K, Future<Boolean>> asked) throws Undecided {
        Set<K> allowed = new HashSet<>();
        for (var question : asked.entrySet()) {
            if (answer(question.getValue())) {
                allowed.add(question.getKey());
            }
        }
        return allowed;
    }

    private static boolean answer(Future<Boolean> question) throws Undecided {
        try {
            return question.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Undecided undecided) {
                throw undecided;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The questions of one review. */
    private final class Questions {
        private final Person person;
        private final ExecutorService threads;

        Questions(Person person, ExecutorService threads) {
            this.person = person;
            this.threads = threads;
        }

        Future<Boolean> ask(Right right) {
            return threads.submit(() -> {
                places.acquire();
                try {
                    return reviews.allows(person, right);
                } finally {
                    places.release();
                }
            });
        }
    }
}
