package io.pilothouse.testbed.programs;

import java.util.List;

/** Programs that are built together because they share most of their packages; in the order in which the platform wants them. */
public enum ProgramSet {
    CONTROL_PLANE(
            "the control plane",
            "",
            List.of(Program.ETCD, Program.API_SERVER, Program.CONTROLLER_MANAGER, Program.SCHEDULER, Program.KUBECTL)),
    PROMETHEUS("Prometheus", "remove_all_sd,enable_kubernetes_sd", List.of(Program.PROMETHEUS)),
    METRICS_SERVER("metrics-server", "", List.of(Program.METRICS_SERVER)),
    /** For tests of the chart alone. */
    HELM("Helm", "", List.of(Program.HELM));

    private final String title;
    private final String tags;
    private final List<Program> programs;

    ProgramSet(String title, String tags, List<Program> programs) {
        this.title = title;
        this.tags = tags;
        this.programs = programs;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Go build tags, separated by commas; may be empty. */
    String tags() {
        return tags;
    }

    List<Program> programs() {
        return programs;
    }
}
