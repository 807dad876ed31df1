package io.pilothouse.kubernetes;

import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Target;
import io.pilothouse.change.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A write as the API server takes it.
 *
 * @param path with its query
 */
record WriteRequest(String method, String path, String contentType, Map<String, Object> body) {

    /** Who owns, in managed fields, what the console wrote. */
    static final String MANAGER = "pilothouse";

    private static final String JSON = "application/json";

    /**
     * @param seen the target as it was seen: the write is refused if it has changed since
     * @param dryRun whether the API server is to say only what it would do
     */
    static WriteRequest of(Write.Single write, Optional<LiveObject> seen, boolean dryRun) {
        Target target = write.target();
        String dry = dryRun ? "dryRun=All" : "";
        String managed = "?fieldManager=" + MANAGER + "&fieldValidation=Strict" + (dryRun ? "&" + dry : "");
        return switch (write) {
            case Write.Patch patch ->
                new WriteRequest(
                        "PATCH",
                        path(target) + (patch.subresource().isEmpty() ? "" : "/" + patch.subresource()) + managed,
                        patch.merge() == Write.Merge.STRATEGIC
                                ? "application/strategic-merge-patch+json"
                                : "application/merge-patch+json",
                        seen.map(object -> pinned(patch.body(), object)).orElse(patch.body()));
            case Write.Apply apply ->
                new WriteRequest(
                        "PATCH",
                        path(target) + managed + "&force=" + apply.force(),
                        "application/apply-patch+yaml",
                        seen.map(object -> pinned(apply.body(), object)).orElse(apply.body()));
            case Write.Create create -> new WriteRequest("POST", collection(target) + managed, JSON, create.body());
            case Write.Delete _ -> new WriteRequest("DELETE", path(target), JSON, deletion(seen, dryRun));
            case Write.Evict _ ->
                new WriteRequest(
                        "POST",
                        path(target) + "/eviction" + (dryRun ? "?" + dry : ""),
                        JSON,
                        Map.of(
                                "apiVersion",
                                "policy/v1",
                                "kind",
                                "Eviction",
                                "metadata",
                                Map.of("name", target.name(), "namespace", target.namespace()),
                                "deleteOptions",
                                deletion(seen, dryRun)));
        };
    }

    /** Where an object is. */
    static String path(Target target) {
        return collection(target) + "/" + target.name();
    }

    private static String collection(Target target) {
        String group = target.group().isEmpty() ? "/api/" : "/apis/" + target.group() + "/";
        return group + target.version() + "/namespaces/" + target.namespace() + "/" + target.resource();
    }

    /** The body, good for just this version of the object: the API server answers 409 for another. */
    private static Map<String, Object> pinned(Map<String, Object> body, LiveObject seen) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (body.get("metadata") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> metadata.put(String.valueOf(name), value));
        }
        metadata.put("resourceVersion", seen.resourceVersion());
        Map<String, Object> pinned = new LinkedHashMap<>(body);
        pinned.put("metadata", metadata);
        return pinned;
    }

    private static Map<String, Object> deletion(Optional<LiveObject> seen, boolean dryRun) {
        Map<String, Object> options = new LinkedHashMap<>(Map.of("kind", "DeleteOptions", "apiVersion", "v1"));
        seen.ifPresent(object ->
                options.put("preconditions", Map.of("uid", object.uid(), "resourceVersion", object.resourceVersion())));
        if (dryRun) {
            options.put("dryRun", List.of("All"));
        }
        return options;
    }
}
