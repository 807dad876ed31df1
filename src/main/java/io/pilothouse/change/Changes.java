package io.pilothouse.change;

import io.pilothouse.access.Person;
import io.pilothouse.audit.AuditedChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The one door through which anything is changed. */
public interface Changes {

    /**
     * Asks what the change would do: whether the person may, what the API server's dry run says, and what checks find. Returns at once; the answer
     * comes within the deadlines of the requests, and never exceptionally.
     */
    CompletableFuture<PreviewAnswer> preview(Person person, Change change);

    /**
     * Does it as the person, once for each id, and begins to follow it. Returns at once; the answer comes within the deadlines of the requests, and
     * never exceptionally.
     */
    CompletableFuture<ApplyAnswer> apply(Person person, ChangeRequest request);

    /** What is recorded, newest first, with how far each is that is under way. Waits for nothing. */
    List<FollowedChange> all();

    /** One of them. */
    Optional<FollowedChange> change(String id);

    /** The change that takes this one back, where it was done, is still in force, and can be taken back. */
    Optional<WayBack> wayBack(String id);

    /**
     * Calls the listener whenever one of them has changed, on a thread that it must leave at once.
     *
     * @return ends the subscription
     */
    Runnable subscribe(Runnable listener);

    /**
     * A change and how far it is.
     *
     * @param progress empty for one that has ended, or was never written
     */
    record FollowedChange(AuditedChange recorded, Optional<Progress> progress) {}
}
