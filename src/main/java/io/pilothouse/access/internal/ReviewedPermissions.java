package io.pilothouse.access.internal;

import io.pilothouse.access.Permissions;
import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Permissions from access reviews. */
@Component
class ReviewedPermissions implements Permissions {

    private static final Logger log = LoggerFactory.getLogger(ReviewedPermissions.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 10_000;

    private final AccessReviews reviews;
    private final Clock clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ReviewedPermissions(AccessReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<Right>> missing(Person person, Collection<Right> rights) {
        List<Right> asked = List.copyOf(rights);
        return CompletableFuture.supplyAsync(() -> missingNow(person, asked), threads);
    }

    private List<Right> missingNow(Person person, List<Right> rights) {
        List<Right> missing = new ArrayList<>();
        for (Right right : rights) {
            if (!allowed(new Question(person, right))) {
                missing.add(right);
            }
        }
        return List.copyOf(missing);
    }

    private boolean allowed(Question question) {
        Instant now = clock.instant();
        Answer known = answers.get(question);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known.allowed();
        }
        try {
            boolean allowed = reviews.allows(question.person(), question.right());
            forgetOld(now);
            answers.put(question, new Answer(allowed, now));
            return allowed;
        } catch (Undecided e) {
            log.debug("Nobody can decide {}", question.right(), e);
            return false;
        }
    }

    private void forgetOld(Instant now) {
        if (answers.size() >= MOST_KEPT) {
            answers.values().removeIf(answer -> !answer.at().plus(KEPT).isAfter(now));
        }
        if (answers.size() >= MOST_KEPT) {
            answers.clear();
        }
    }

    private record Question(Person person, Right right) {}

    private record Answer(boolean allowed, Instant at) {}
}
