package io.pilothouse.audit.internal;

import io.pilothouse.audit.AuditRecord;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON on one line, the same on disk, in the topic and in the log. Fields that this version does not know are passed over. */
final class AuditJson {

    private static final Logger log = LoggerFactory.getLogger(AuditJson.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AuditJson() {}

    static String write(AuditRecord entry) {
        return JSON.writeValueAsString(entry);
    }

    /**
     * The record, or empty with a warning when the text holds none.
     *
     * @param place where the text was found
     */
    static Optional<AuditRecord> read(String text, Object place) {
        try {
            AuditRecord entry = JSON.readValue(text, AuditRecord.class);
            if (entry == null || entry.change() == null || entry.stage() == null || entry.at() == null) {
                log.warn("An audit record of {} says not what it is about; it is passed over", place);
                return Optional.empty();
            }
            return Optional.of(entry);
        } catch (JacksonException e) {
            log.warn("An audit record of {} cannot be read; it is passed over: {}", place, e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
