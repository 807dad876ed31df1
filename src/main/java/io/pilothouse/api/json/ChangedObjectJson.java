package io.pilothouse.api.json;

import io.pilothouse.audit.AuditedObject;
import io.pilothouse.change.Target;

/** The object of Kubernetes that a change is about. */
public record ChangedObjectJson(String apiVersion, String kind, String namespace, String name) {

    static ChangedObjectJson of(Target target) {
        return new ChangedObjectJson(target.apiVersion(), target.kind(), target.namespace(), target.name());
    }

    static ChangedObjectJson of(AuditedObject object) {
        return new ChangedObjectJson(object.apiVersion(), object.kind(), object.namespace(), object.name());
    }
}
