package io.pilothouse.audit.internal;

import io.pilothouse.audit.*;
import java.util.*;
import java.util.concurrent.*;
import org.springframework.stereotype.Component;

@Component
class MemoryAuditLog implements AuditLog {
    private final Map<String, List<AuditRecord>> all = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void append(AuditRecord e) {
        synchronized (all) {
            var l = all.computeIfAbsent(e.change(), _ -> new ArrayList<>());
            if (l.stream().noneMatch(r -> r.stage() == e.stage())) l.add(e);
        }
        listeners.forEach(Runnable::run);
    }

    public List<AuditedChange> changes() {
        synchronized (all) {
            return all.values().stream().map(AuditedChange::new).toList().reversed();
        }
    }

    public Optional<AuditedChange> change(String id) {
        synchronized (all) {
            return Optional.ofNullable(all.get(id)).map(AuditedChange::new);
        }
    }

    public AuditStatus status() {
        return new AuditStatus(0, true, Optional.empty());
    }

    public Runnable subscribe(Runnable l) {
        listeners.add(l);
        return () -> listeners.remove(l);
    }
}
