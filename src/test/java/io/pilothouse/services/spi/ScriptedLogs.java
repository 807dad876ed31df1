package io.pilothouse.services.spi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Logs that write what the test says. */
public final class ScriptedLogs implements ContainerLogs {

    private final Map<Source, Sink> open = new ConcurrentHashMap<>();
    private final List<Range> asked = new CopyOnWriteArrayList<>();

    @Override
    public Reading open(Source source, Range range, Sink sink) {
        asked.add(range);
        open.put(source, sink);
        return () -> open.remove(source, sink);
    }

    public void write(Source source, Instant at, String text) {
        Objects.requireNonNull(open.get(source)).line(at, text);
    }

    public void end(Source source, Ending ending) {
        Objects.requireNonNull(open.remove(source)).ended(ending);
    }

    /** The containers whose logs are being read, by name. */
    public List<String> open() {
        return open.keySet().stream()
                .map(source -> source.pod() + "/" + source.container())
                .sorted()
                .toList();
    }

    /** How much was asked for since the last time. */
    public List<Range> takeAsked() {
        List<Range> taken = new ArrayList<>(asked);
        asked.clear();
        return taken;
    }
}
