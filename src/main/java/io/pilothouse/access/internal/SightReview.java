package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.Sight;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.ClusterId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out what a person may see: first for each kind whether they may list it everywhere, and where not, namespace by namespace. Many
 * questions go out side by side, but never more than a few at once for all people.
 */
final class SightReview {

    private static final int AT_ONCE = 16;

    /** Kinds that the picture holds by namespace. Clusters are asked for one by one, and nodes are in no namespace. */
    private static final List<ReadableKind> BY_NAMESPACE = Arrays.stream(ReadableKind.values())
            .filter(kind -> kind != ReadableKind.NODES && kind != ReadableKind.KAFKAS)
            .toList();

    private final AccessReviews reviews;
    private final Semaphore places = new Semaphore(AT_ONCE);

    SightReview(AccessReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param agenda in which places to ask besides everywhere; where it does not ask, the answer is no
     * @throws Undecided when any of the questions finds no answer: half an answer would hide or show the wrong things
     */
    Sight of(Person person, ReviewAgenda agenda, Collection<ClusterId> clusters) throws Undecided {
        try (Round round = new Round(person)) {
            Set<ReadableKind> everywhere = round.allowed(Arrays.asList(ReadableKind.values()), kind -> kind.list(""));
            List<ReadableKind> elsewhere = BY_NAMESPACE.stream()
                    .filter(kind -> !everywhere.contains(kind))
                    .toList();
            Map<ReadableKind, Set<String>> within =
                    round
                            .allowed(
                                    agenda.places(elsewhere),
                                    place -> place.kind().list(place.namespace()))
                            .stream()
                            .collect(Collectors.groupingBy(
                                    ReviewAgenda.Place::kind,
                                    Collectors.mapping(ReviewAgenda.Place::namespace, Collectors.toUnmodifiableSet())));
            Set<ClusterId> visible =
                    round.allowed(clusters, cluster -> ReadableKind.KAFKAS.get(cluster.namespace(), cluster.name()));
            return new Sight(everywhere, within, visible);
        }
    }

    /** The questions of one review; what is still open at its end is dropped. */
    private final class Round implements AutoCloseable {
        private final Person person;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Round(Person person) {
            this.person = person;
        }

        /** Those for which the person has the right. */
        <T> Set<T> allowed(Collection<T> subjects, Function<T, Right> right) throws Undecided {
            Map<T, Future<Boolean>> asked = new LinkedHashMap<>();
            subjects.forEach(subject -> asked.put(subject, threads.submit(() -> ask(right.apply(subject)))));
            Set<T> allowed = new HashSet<>();
            for (Map.Entry<T, Future<Boolean>> question : asked.entrySet()) {
                if (answer(question.getValue())) {
                    allowed.add(question.getKey());
                }
            }
            return allowed;
        }

        private boolean ask(Right right) throws Undecided, InterruptedException {
            places.acquire();
            try {
                return reviews.allows(person, right);
            } finally {
                places.release();
            }
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

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
