package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.pilothouse.fleet.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is kept of who wrote an object: the last few programs and the coarse fields, for people who ask who it was. */
final class FieldWriterReduction {

    private static final int FIELDS = 4;
    private static final int DEPTH = 5;

    private FieldWriterReduction() {}

    /** Those that wrote what is wanted; what controllers say of how it is goes by subresources, and is left out. */
    static List<FieldWriter> of(HasMetadata object) {
        return Metadata.list(object.getMetadata().getManagedFields()).stream()
                .filter(entry -> Metadata.text(entry.getSubresource()).isEmpty()
                        || entry.getSubresource().equals("scale"))
                .flatMap(entry -> writer(entry).stream())
                .toList();
    }

    private static Optional<FieldWriter> writer(ManagedFieldsEntry entry) {
        TreeSet<String> fields = new TreeSet<>();
        Optional.ofNullable(entry.getFieldsV1())
                .map(FieldsV1::getAdditionalProperties)
                .ifPresent(tree -> collect("", tree, 0, fields));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldWriter(
                        Metadata.text(entry.getManager()).intern(),
                        "Apply".equals(entry.getOperation()),
                        Metadata.instant(entry.getTime()),
                        fields.stream().limit(FIELDS).map(String::intern).toList(),
                        Math.max(0, fields.size() - FIELDS)));
    }

    /** Goes down to leaves, to the entries of lists, and to where it gets too fine. */
    private static void collect(String path, Map<?, ?> tree, int depth, TreeSet<String> fields) {
        boolean parent = false;
        for (Map.Entry<?, ?> field : tree.entrySet()) {
            String step = String.valueOf(field.getKey());
            if (step.startsWith("f:") && depth < DEPTH && field.getValue() instanceof Map<?, ?> below) {
                parent = true;
                String name = step.substring(2);
                collect(path.isEmpty() ? name : path + "." + name, below, depth + 1, fields);
            }
        }
        if (!parent && !path.isEmpty()) {
            fields.add(path);
        }
    }
}
