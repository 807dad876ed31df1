package io.pilothouse.kubernetes;

import static io.pilothouse.kubernetes.Metadata.list;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.pilothouse.base.FieldPaths;
import io.pilothouse.fleet.Revision;
import io.pilothouse.fleet.spi.RevisionFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of the objects that hold the history of rollouts. */
final class RevisionReductions {

    static final String REPLICA_SET_HASH = "pod-template-hash";
    static final String REVISION_HASH = "controller-revision-hash";

    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final String EARLIER = "deployment.kubernetes.io/revision-history";
    private static final String CAUSE = "kubernetes.io/change-cause";

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private RevisionReductions() {}

    /**
     * @param uid the ReplicaSet's own
     * @param deployment the uid of its Deployment; empty for a ReplicaSet of its own
     * @param revision empty for a ReplicaSet that no Deployment numbers
     */
    record ReducedReplicaSet(String uid, Optional<String> deployment, Optional<RevisionFacts> revision) {}

    static ReducedReplicaSet replicaSet(ReplicaSet set) {
        Optional<String> deployment = Metadata.controller(set);
        return new ReducedReplicaSet(
                set.getMetadata().getUid(),
                deployment,
                deployment.flatMap(owner -> annotation(set, NUMBER)
                        .flatMap(RevisionReductions::number)
                        .map(number -> new RevisionFacts(
                                owner,
                                new Revision(
                                        number,
                                        numbers(annotation(set, EARLIER)),
                                        set.getMetadata().getName().intern(),
                                        label(set, REPLICA_SET_HASH),
                                        Metadata.created(set),
                                        annotation(set, CAUSE),
                                        images(set.getSpec().getTemplate()),
                                        template(set.getSpec().getTemplate()))))));
    }

    /** Empty for one of something else than a StatefulSet or DaemonSet. */
    static Optional<RevisionFacts> controllerRevision(ControllerRevision kept) {
        Optional<PodTemplateSpec> template = Optional.ofNullable(kept.getData())
                .map(data -> SERIALIZATION.convertValue(data, Map.class))
                .flatMap(data -> child(data, "spec"))
                .flatMap(spec -> child(spec, "template"))
                .map(found -> SERIALIZATION.convertValue(found, PodTemplateSpec.class));
        return Metadata.controller(kept)
                .flatMap(owner -> template.map(found -> new RevisionFacts(
                        owner,
                        new Revision(
                                Optional.ofNullable(kept.getRevision()).orElse(0L),
                                List.of(),
                                kept.getMetadata().getName().intern(),
                                revisionHash(kept),
                                Metadata.created(kept),
                                annotation(kept, CAUSE),
                                images(found),
                                template(found)))));
    }

    private static Map<String, String> template(PodTemplateSpec template) {
        Map<String, String> fields = FieldPaths.of(SERIALIZATION.convertValue(template, Map.class));
        fields.remove("metadata.labels[" + REPLICA_SET_HASH + "]");
        fields.remove("$patch");
        return fields;
    }

    private static List<String> images(PodTemplateSpec template) {
        return list(template.getSpec().getContainers()).stream()
                .map(Container::getImage)
                .map(Metadata::text)
                .map(String::intern)
                .distinct()
                .toList();
    }

    private static Optional<Object> child(@Nullable Object parent, String name) {
        return parent instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
    }

    /** A DaemonSet labels its pods with the hash that its revision is labelled with, a StatefulSet with the revision's name. */
    private static String revisionHash(ControllerRevision kept) {
        String label = label(kept, REVISION_HASH);
        return label.isEmpty() ? kept.getMetadata().getName().intern() : label;
    }

    private static String label(HasMetadata object, String name) {
        return Optional.ofNullable(object.getMetadata().getLabels())
                .flatMap(labels -> Optional.ofNullable(labels.get(name)))
                .orElse("")
                .intern();
    }

    private static Optional<String> annotation(HasMetadata object, String name) {
        return Optional.ofNullable(object.getMetadata().getAnnotations())
                .flatMap(annotations -> Optional.ofNullable(annotations.get(name)))
                .filter(value -> !value.isBlank());
    }

    private static List<Long> numbers(Optional<String> commaSeparated) {
        return commaSeparated.stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .flatMap(each -> number(each.strip()).stream())
                .toList();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
