package io.pilothouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldPathsTest {

    @Test
    void entriesGoByTheirNameAndOthersByTheirPlace() {
        Map<String, String> fields = FieldPaths.of(Map.of(
                "spec",
                Map.of(
                        "containers",
                        List.of(
                                Map.of("name", "app", "image", "registry/app:1", "args", List.of("--fast", "--fast")),
                                Map.of("name", "proxy", "ports", List.of(Map.of("containerPort", 8080)))),
                        "hostNetwork",
                        false)));

        assertThat(fields)
                .containsOnly(
                        Map.entry("spec.containers[app].name", "app"),
                        Map.entry("spec.containers[app].image", "registry/app:1"),
                        Map.entry("spec.containers[app].args[0]", "--fast"),
                        Map.entry("spec.containers[app].args[1]", "--fast"),
                        Map.entry("spec.containers[proxy].name", "proxy"),
                        Map.entry("spec.containers[proxy].ports[8080].containerPort", "8080"),
                        Map.entry("spec.hostNetwork", "false"));
    }

    @Test
    void namesWithDotsAndSlashesStayInOnePiece() {
        assertThat(FieldPaths.of(Map.of("metadata", Map.of("labels", Map.of("app.kubernetes.io/name", "orders")))))
                .containsOnly(Map.entry("metadata.labels[app.kubernetes.io/name]", "orders"));
    }

    @Test
    void whatIsEmptyIsSaidAndWhatIsNullIsAbsent() {
        Map<String, Object> volume = new HashMap<>();
        volume.put("emptyDir", Map.of());
        volume.put("hostPath", null);

        assertThat(FieldPaths.of(Map.of("volumes", Arrays.asList(volume, null), "tolerations", List.of())))
                .containsOnly(Map.entry("volumes[0].emptyDir", "{}"), Map.entry("tolerations", "[]"));
    }
}
