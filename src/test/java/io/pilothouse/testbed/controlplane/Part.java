package io.pilothouse.testbed.controlplane;

import io.pilothouse.testbed.programs.Program;
import io.pilothouse.testbed.programs.ProgramSet;

/** A program of the control plane or beside it, which a test can stop and start again. */
public enum Part {
    ETCD(Program.ETCD, ProgramSet.CONTROL_PLANE),
    API_SERVER(Program.API_SERVER, ProgramSet.CONTROL_PLANE),
    CONTROLLER_MANAGER(Program.CONTROLLER_MANAGER, ProgramSet.CONTROL_PLANE),
    SCHEDULER(Program.SCHEDULER, ProgramSet.CONTROL_PLANE),
    PROMETHEUS(Program.PROMETHEUS, ProgramSet.PROMETHEUS),
    METRICS_SERVER(Program.METRICS_SERVER, ProgramSet.METRICS_SERVER);

    private final Program program;
    private final ProgramSet programs;

    Part(Program program, ProgramSet programs) {
        this.program = program;
        this.programs = programs;
    }

    Program program() {
        return program;
    }

    /** The set that has to be built before it can start. */
    public ProgramSet programs() {
        return programs;
    }
}
