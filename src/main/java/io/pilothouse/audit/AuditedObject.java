package io.pilothouse.audit;

/**
 * The object that a change is about, in Kubernetes' terms.
 *
 * @param apiVersion its API group and version: {@code apps/v1}
 * @param kind its kind: {@code Deployment}
 */
public record AuditedObject(String apiVersion, String kind, String namespace, String name) {}
