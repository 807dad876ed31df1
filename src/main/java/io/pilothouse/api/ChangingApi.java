package io.pilothouse.api;

import io.pilothouse.access.CurrentPerson;
import io.pilothouse.access.Person;
import io.pilothouse.api.json.Addresses;
import io.pilothouse.api.json.ChangeJson;
import io.pilothouse.api.json.PreviewJson;
import io.pilothouse.audit.Stage;
import io.pilothouse.change.ApplyAnswer;
import io.pilothouse.change.Basis;
import io.pilothouse.change.Change;
import io.pilothouse.change.ChangeKinds;
import io.pilothouse.change.ChangeRequest;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Check;
import io.pilothouse.change.Preview;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.change.Unfit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Changes, previewed and done through the same door as those of the pages. As a request must be JSON and applying needs a header of its own, no
 * other site can have a browser send one.
 */
@RestController
@RequestMapping(
        path = Addresses.BASE + "/changes",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class ChangingApi {

    private static final int LONGEST_KEY = 200;

    private final Changes changes;
    private final ChangeKinds kinds;
    private final ChangesInJson inJson;
    private final CurrentPerson currentPerson;

    ChangingApi(Changes changes, ChangeKinds kinds, ChangesInJson inJson, CurrentPerson currentPerson) {
        this.changes = changes;
        this.kinds = kinds;
        this.inJson = inJson;
        this.currentPerson = currentPerson;
    }

    /** What is asked for. */
    record Wanted(@Nullable String kind, @Nullable JsonNode parameters) {}

    /** What is to be done, and what was seen before. */
    record Confirmed(
            @Nullable String kind,
            @Nullable JsonNode parameters,
            @Nullable String basis,
            @Nullable Boolean warningsConfirmed,
            @Nullable String reason) {}

    @PostMapping("/preview")
    PreviewJson preview(@RequestBody Wanted wanted) {
        Change change = change(wanted.kind(), wanted.parameters());
        return switch (changes.preview(currentPerson.get(), change).join()) {
            case PreviewAnswer.Ready(Preview preview) ->
                PreviewJson.of(
                        preview,
                        kinds.nameOf(change),
                        kinds.parameters(change),
                        warned(preview.checks()),
                        BasisText.of(preview.basis()));
            case PreviewAnswer.Denied denied -> throw ChangeRefusals.denied(denied.missing());
            case PreviewAnswer.Contested contested -> throw ChangeRefusals.contested(contested.conflicts());
            case PreviewAnswer.Failed failed -> throw ChangeRefusals.failed(failed.failure());
        };
    }

    @PostMapping
    ResponseEntity<ChangeJson> apply(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Confirmed confirmed) {
        Person person = currentPerson.get();
        String id = id(person, key);
        Change change = change(confirmed.kind(), confirmed.parameters());
        Basis basis = BasisText.read(Optional.ofNullable(confirmed.basis()).orElseThrow(ChangeRefusals::unseen));
        Optional<FollowedChange> earlier = changes.change(id);
        if (earlier.isPresent()) {
            return again(earlier.orElseThrow(), change);
        }
        if (!Boolean.TRUE.equals(confirmed.warningsConfirmed())) {
            requireNoWarning(person, change, id);
        }
        Optional<String> reason = Optional.ofNullable(confirmed.reason()).filter(words -> !words.isBlank());
        return switch (changes.apply(person, new ChangeRequest(id, change, basis, reason))
                .join()) {
            case ApplyAnswer.Applied _ -> again(changes.change(id).orElseThrow(), change);
            case ApplyAnswer.Outdated outdated -> throw ChangeRefusals.outdated(outdated.since());
            case ApplyAnswer.Denied denied -> throw ChangeRefusals.denied(denied.missing());
            case ApplyAnswer.Blocked blocked -> throw ChangeRefusals.blocked(blocked.checks());
            case ApplyAnswer.Contested contested -> throw ChangeRefusals.contested(contested.conflicts());
            case ApplyAnswer.Failed failed -> throw ChangeRefusals.failed(failed.failure());
        };
    }

    /** The change under this key, if it is the same one and was not refused. */
    private ResponseEntity<ChangeJson> again(FollowedChange known, Change change) {
        if (!kinds.change(known.recorded().latest()).equals(Optional.of(change))) {
            throw ChangeRefusals.keyTaken(known.recorded().id());
        }
        boolean written = known.recorded().records().stream().anyMatch(record -> record.stage() == Stage.APPLIED);
        if (known.recorded().ended() && !written) {
            throw ChangeRefusals.notDone(known.recorded().latest().words());
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(ChangeJson.self(known.recorded().id())))
                .body(inJson.of(known));
    }

    /** Meanwhile the same request may have been done, and its rollout is what is warned of now. */
    private void requireNoWarning(Person person, Change change, String id) {
        if (changes.preview(person, change).join() instanceof PreviewAnswer.Ready(Preview preview)
                && warned(preview.checks())
                && changes.change(id).isEmpty()) {
            throw ChangeRefusals.unconfirmed(preview.checks());
        }
    }

    private Change change(@Nullable String kind, @Nullable JsonNode parameters) {
        if (kind == null || parameters == null) {
            throw ChangeRefusals.unfit("kind and parameters say what is to be changed");
        }
        try {
            return kinds.change(kind, parameters);
        } catch (Unfit e) {
            throw ChangeRefusals.unfit(String.valueOf(e.getMessage()));
        }
    }

    /** The same for the same person and key, and for nobody else. */
    private static String id(Person person, @Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.parameter(
                    "Idempotency-Key",
                    "Nothing was changed. It is a header: any text of up to " + LONGEST_KEY
                            + " characters, a new one for each change, the same one to repeat a request.");
        }
        return UUID.nameUUIDFromBytes((person.name() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean warned(List<Check> checks) {
        return checks.stream().anyMatch(check -> check.verdict() == Check.Verdict.WARN);
    }
}
