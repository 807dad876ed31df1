package io.pilothouse.change.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.AccessReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.audit.AuditLog;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedChange;
import io.pilothouse.audit.Stage;
import io.pilothouse.audit.Unrecorded;
import io.pilothouse.base.Failure;
import io.pilothouse.base.FieldChange;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Check;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.change.WayBack;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does changes: asks for the right, looks again, writes down what is meant, does it as the person, and has it followed. */
@Component
class ChangeRunner implements Changes {

    private static final Logger log = LoggerFactory.getLogger(ChangeRunner.class);

    private static final String OVERRIDE = "override";
    private static final String CONTESTED = "other managers own fields of it";

    private final Previewing previewing;
    private final AccessReviews reviews;
    private final Performing performing;
    private final AuditLog audit;
    private final ChangeRecords records;
    private final ChangeFollower follower;
    private final WaysBack waysBack;
    private final Clock clock;
    private final Map<String, CompletableFuture<ApplyAnswer>> inFlight = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ChangeRunner(
            Previewing previewing,
            AccessReviews reviews,
            Performing performing,
            AuditLog audit,
            ChangeRecords records,
            ChangeFollower follower,
            WaysBack waysBack,
            Clock clock) {
        this.previewing = previewing;
        this.reviews = reviews;
        this.performing = performing;
        this.audit = audit;
        this.records = records;
        this.follower = follower;
        this.waysBack = waysBack;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<PreviewAnswer> preview(Person person, Change change) {
        return CompletableFuture.supplyAsync(() -> previewing.look(person, change), threads)
                .thenApply(ChangeRunner::answer)
                .exceptionally(thrown -> new PreviewAnswer.Failed(unexpected(change, thrown)));
    }

    @Override
    public CompletableFuture<ApplyAnswer> apply(Person person, ChangeRequest request) {
        return Objects.requireNonNull(inFlight.computeIfAbsent(
                request.id(),
                _ -> CompletableFuture.supplyAsync(() -> applyOnce(person, request), threads)
                        .exceptionally(thrown -> new ApplyAnswer.Failed(unexpected(request.change(), thrown)))
                        .whenComplete((_, _) -> forget(request.id()))));
    }

    @Override
    public List<FollowedChange> all() {
        return audit.changes().stream().map(this::followed).toList();
    }

    @Override
    public Optional<FollowedChange> change(String id) {
        return audit.change(id).map(this::followed);
    }

    @Override
    public Optional<WayBack> wayBack(String id) {
        return audit.change(id).flatMap(waysBack::of);
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        Runnable endOfAudit = audit.subscribe(listener);
        Runnable endOfProgress = follower.subscribe(listener);
        return () -> {
            endOfAudit.run();
            endOfProgress.run();
        };
    }

    private FollowedChange followed(AuditedChange recorded) {
        return new FollowedChange(recorded, follower.progress(recorded.id()));
    }

    /** On a thread of its own: the map must have the entry before it is taken away. */
    private void forget(String id) {
        threads.execute(() -> inFlight.remove(id));
    }

    private ApplyAnswer applyOnce(Person person, ChangeRequest request) {
        Optional<AuditedChange> earlier = audit.change(request.id());
        if (earlier.isPresent()) {
            return again(person, earlier.orElseThrow());
        }
        return switch (previewing.look(person, request.change())) {
            case Look.Possible possible -> apply(person, request, possible);
            case Look.Denied denied ->
                refused(
                        person,
                        request,
                        List.of(),
                        "no right: " + inWords(denied.missing()),
                        new ApplyAnswer.Denied(denied.missing()));
            case Look.Contested contested ->
                refused(person, request, List.of(), CONTESTED, new ApplyAnswer.Contested(contested.conflicts()));
            case Look.Impossible impossible ->
                refused(
                        person,
                        request,
                        impossible.checks(),
                        impossible.failure().summary() + ": "
                                + impossible.failure().detail(),
                        new ApplyAnswer.Failed(impossible.failure()));
        };
    }

    private ApplyAnswer again(Person person, AuditedChange earlier) {
        AuditRecord latest = earlier.latest();
        boolean own = latest.user().equals(person.name());
        return own && earlier.records().stream().anyMatch(each -> each.stage() == Stage.APPLIED)
                ? new ApplyAnswer.Applied(earlier.id())
                : new ApplyAnswer.Failed(new Failure(
                        Failure.Kind.UNSUPPORTED,
                        "This was asked for before, and not done",
                        "Nothing was changed now.",
                        "Look at it again, and confirm what you see then.",
                        own ? latest.words() : "",
                        clock.instant()));
    }

    private ApplyAnswer apply(Person person, ChangeRequest request, Look.Possible look) {
        List<Check> checks = look.preview().checks();
        List<FieldChange> since = request.basis().since(look.preview().basis());
        if (!since.isEmpty()
                || !request.basis().uid().equals(look.preview().basis().uid())) {
            return refused(
                    person,
                    request,
                    checks,
                    "the object had changed since it was looked at",
                    new ApplyAnswer.Outdated(since));
        }
        if (look.preview().blocked()) {
            Optional<ApplyAnswer> no = blocked(person, request, checks);
            if (no.isPresent()) {
                return no.orElseThrow();
            }
        }
        try {
            AuditRecord requested =
                    records.requested(person, request, look.preview().fields(), checks);
            audit.append(requested);
            follower.begun(requested);
            try {
                return perform(person, request, look, requested);
            } finally {
                follower.answered(requested);
            }
        } catch (Unrecorded e) {
            return new ApplyAnswer.Failed(e.failure());
        }
    }

    /** Empty for who may override, and says why. */
    private Optional<ApplyAnswer> blocked(Person person, ChangeRequest request, List<Check> checks) {
        List<Check> blocking = checks.stream().filter(Check::blocks).toList();
        if (request.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            return Optional.of(
                    refused(person, request, checks, "a check stands in the way", new ApplyAnswer.Blocked(blocking)));
        }
        Right override = request.change().target().right(OVERRIDE);
        try {
            return reviews.allows(person, override)
                    ? Optional.empty()
                    : Optional.of(refused(
                            person,
                            request,
                            checks,
                            "no right: " + override.inWords(),
                            new ApplyAnswer.Denied(List.of(override))));
        } catch (Undecided e) {
            return Optional.of(new ApplyAnswer.Failed(e.failure()));
        }
    }

    private ApplyAnswer perform(Person person, ChangeRequest request, Look.Possible look, AuditRecord requested)
            throws Unrecorded {
        return switch (performing.perform(person, request, look)) {
            case Performing.Taken taken -> {
                follower.applied(requested, request.change(), taken.generation());
                yield new ApplyAnswer.Applied(request.id());
            }
            case Performing.Outdated outdated ->
                failed(requested, "the object changed at the same moment", new ApplyAnswer.Outdated(outdated.since()));
            case Performing.Refused refused ->
                failed(requested, words(refused.failure()), new ApplyAnswer.Failed(refused.failure()));
            case Performing.Contested contested ->
                failed(requested, CONTESTED, new ApplyAnswer.Contested(contested.conflicts()));
            case Performing.Unheard unheard -> new ApplyAnswer.Failed(unheard.failure());
        };
    }

    private ApplyAnswer failed(AuditRecord requested, String words, ApplyAnswer answer) throws Unrecorded {
        audit.append(records.next(requested, Stage.FAILED, requested.request(), words));
        return answer;
    }

    private ApplyAnswer refused(
            Person person, ChangeRequest request, List<Check> checks, String words, ApplyAnswer answer) {
        try {
            audit.append(records.refused(person, request, checks, words));
        } catch (Unrecorded e) {
            log.warn("That a change was refused could not be recorded: {}", e.getMessage());
        }
        return answer;
    }

    private Failure unexpected(Change change, Throwable thrown) {
        log.error("{} broke off", change.title(), thrown);
        return new Failure(
                Failure.Kind.UNEXPECTED,
                "The console met an error of its own",
                "Changes says whether anything was changed.",
                "The console's log tells more; look at the object, and try again.",
                String.valueOf(thrown.getMessage()),
                clock.instant());
    }

    private static PreviewAnswer answer(Look look) {
        return switch (look) {
            case Look.Possible possible -> new PreviewAnswer.Ready(possible.preview());
            case Look.Denied denied -> new PreviewAnswer.Denied(denied.missing());
            case Look.Contested contested -> new PreviewAnswer.Contested(contested.conflicts());
            case Look.Impossible impossible -> new PreviewAnswer.Failed(impossible.failure(), impossible.checks());
        };
    }

    private static String inWords(List<Right> rights) {
        return rights.stream().map(Right::inWords).collect(Collectors.joining("; "));
    }

    private static String words(Failure failure) {
        return failure.detail().isEmpty() ? failure.summary() : failure.summary() + ": " + failure.detail();
    }
}
