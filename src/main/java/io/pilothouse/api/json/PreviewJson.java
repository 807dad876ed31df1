package io.pilothouse.api.json;

import io.pilothouse.change.Preview;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a change would do.
 *
 * @param parameters what was chosen, in the form in which it is asked for
 * @param command the same for the shell
 * @param fields what differs before and after, as the API server's dry run says
 * @param blocked whether a check stands in the way
 * @param warned whether a check warns, so that it has to be confirmed
 * @param basis the object as the preview saw it, to be given back when the change is applied
 */
public record PreviewJson(
        String kind,
        JsonNode parameters,
        String title,
        ChangedObjectJson object,
        String command,
        List<FieldChangeJson> fields,
        List<CheckJson> checks,
        List<FieldOwnerJson> owners,
        boolean blocked,
        boolean warned,
        String basis,
        Instant at) {

    public static PreviewJson of(Preview preview, String kind, JsonNode parameters, boolean warned, String basis) {
        return new PreviewJson(
                kind,
                parameters,
                preview.change().title(),
                ChangedObjectJson.of(preview.change().target()),
                preview.change().command(),
                preview.fields().stream().map(FieldChangeJson::of).toList(),
                preview.checks().stream().map(CheckJson::of).toList(),
                preview.owners().stream().map(FieldOwnerJson::of).toList(),
                preview.blocked(),
                warned,
                basis,
                preview.at());
    }
}
