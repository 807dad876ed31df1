package io.pilothouse.api;

import io.pilothouse.access.CurrentPerson;
import io.pilothouse.access.Person;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.ChangeJson;
import io.pilothouse.api.json.PageJson;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.VisibleChanges;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was changed through the console, and how far that is, as the pages of changes show it. */
@RestController
@RequestMapping(path = Addresses.BASE + "/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesApi {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int LONGEST_WAIT = 30;

    private static final Listing<FollowedChange> LISTING = new Listing<>(
            "changes",
            ChangesApi::newestFirst,
            ChangesApi::searched,
            Map.of(
                    "who",
                    change -> Stream.of(record(change).user()),
                    "kind",
                    change -> Stream.of(record(change).kind()),
                    "object",
                    change -> Stream.of(object(change)),
                    ListQuery.NAMESPACE,
                    change -> Stream.of(record(change).object().namespace()),
                    "outcome",
                    change -> Stream.of(ChangeJson.outcome(change))));

    private final Picture picture;
    private final Changes changes;
    private final ChangesInJson inJson;
    private final CurrentPerson currentPerson;

    ChangesApi(Picture picture, Changes changes, ChangesInJson inJson, CurrentPerson currentPerson) {
        this.picture = picture;
        this.changes = changes;
        this.inJson = inJson;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    PageJson<ChangeJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        Optional<Instant> from = instant(parameters, FROM);
        Optional<Instant> to = instant(parameters, TO);
        MultiValueMap<String, String> others = new LinkedMultiValueMap<>(parameters);
        others.remove(FROM);
        others.remove(TO);
        ListQuery query = LISTING.query(others);
        VisibleFleet fleet = picture.now();
        Person person = currentPerson.get();
        Stream<FollowedChange> visible = changes.all().stream()
                .filter(change -> VisibleChanges.sees(change, person, fleet))
                .filter(change ->
                        from.filter(change.recorded().begun()::isBefore).isEmpty())
                .filter(change -> to.filter(limit -> !change.recorded().begun().isBefore(limit))
                        .isEmpty());
        PageJson<ChangeJson> page = LISTING.page(visible, query, inJson::of, Stream.empty());
        return page.next() == null
                ? page
                : new PageJson<>(
                        page.items(), page.total(), page.next() + in(FROM, from) + in(TO, to), page.problems());
    }

    @GetMapping("/{id}")
    ChangeJson one(@PathVariable String id, @RequestParam(required = false, defaultValue = "0") String wait) {
        FollowedChange now = visible(id);
        int seconds = seconds(wait);
        if (seconds > 0 && !now.recorded().ended()) {
            awaitNews(now, seconds);
        }
        return inJson.of(visible(id));
    }

    /** Until it is no longer as it was, or that has taken too long. */
    private void awaitNews(FollowedChange before, int seconds) {
        String id = before.recorded().id();
        CompletableFuture<Void> news = new CompletableFuture<>();
        Runnable look = () -> {
            if (!changes.change(id).equals(Optional.of(before))) {
                news.complete(null);
            }
        };
        Runnable end = changes.subscribe(look);
        try {
            look.run();
            news.completeOnTimeout(null, seconds, TimeUnit.SECONDS).join();
        } finally {
            end.run();
        }
    }

    /** The same whether there is none or it is not theirs to see. */
    private FollowedChange visible(String id) {
        VisibleFleet fleet = picture.now();
        return changes.change(id)
                .filter(change -> VisibleChanges.sees(change, currentPerson.get(), fleet))
                .orElseThrow(() -> Refusal.absent("change " + id + " that you may see"));
    }

    private static int seconds(String wait) {
        try {
            int seconds = Integer.parseInt(wait);
            if (seconds >= 0 && seconds <= LONGEST_WAIT) {
                return seconds;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw Refusal.parameter("wait", "It is a number of seconds from 0 to " + LONGEST_WAIT + ".");
    }

    private static Optional<Instant> instant(MultiValueMap<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.getFirst(name))
                    .filter(text -> !text.isBlank())
                    .map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Refusal.parameter(name, "It is a time such as 2026-01-31T18:00:00Z.");
        }
    }

    private static String in(String name, Optional<Instant> time) {
        return time.map(instant -> "&" + name + "=" + instant).orElse("");
    }

    private static AuditRecord record(FollowedChange change) {
        return change.recorded().latest();
    }

    /** As services go by in addresses. */
    private static String object(FollowedChange change) {
        var object = record(change).object();
        return object.namespace() + "/" + object.kind().toLowerCase(Locale.ROOT) + "/" + object.name();
    }

    private static String newestFirst(FollowedChange change) {
        return String.format(
                Locale.ROOT,
                "%019d %s",
                Long.MAX_VALUE - change.recorded().begun().toEpochMilli(),
                change.recorded().id());
    }

    private static String searched(FollowedChange change) {
        AuditRecord latest = record(change);
        return String.join(
                " ",
                latest.title(),
                latest.user(),
                latest.kind(),
                object(change),
                ChangeJson.outcome(change),
                latest.words());
    }
}
