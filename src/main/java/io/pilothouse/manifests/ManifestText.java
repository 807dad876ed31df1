package io.pilothouse.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What people wrote as an object in YAML 1.2. */
public sealed interface ManifestText {

    /** It can be read. */
    record Readable(Map<String, Object> object) implements ManifestText {}

    /**
     * It is no YAML, or no object.
     *
     * @param line where, from 1
     * @param column where in the line, from 1
     * @param words why, one sentence without a full stop
     */
    record Unreadable(int line, int column, String words) implements ManifestText {}

    /** Reads it. */
    static ManifestText of(String text) {
        try {
            Object read = new Load(LoadSettings.builder().setLabel("YAML").build()).loadFromString(text);
            if (read instanceof Map<?, ?> map) {
                Map<String, Object> object = new LinkedHashMap<>();
                map.forEach((name, value) -> object.put(String.valueOf(name), value));
                return new Readable(object);
            }
            return new Unreadable(1, 1, "This is no object: fields with their values are wanted");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            return new Unreadable(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    Optional.ofNullable(e.getProblem()).orElse("This is no YAML"));
        } catch (YamlEngineException e) {
            return new Unreadable(1, 1, String.valueOf(e.getMessage()));
        }
    }

    /** An object as YAML. */
    static String write(Map<String, Object> object) {
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setWidth(160)
                        .build())
                .dumpToString(object);
    }
}
