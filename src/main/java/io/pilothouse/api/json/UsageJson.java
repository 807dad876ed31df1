package io.pilothouse.api.json;

import io.pilothouse.fleet.Usage;

/** What is used now. */
public record UsageJson(double cpuCores, double memoryBytes) {

    static UsageJson of(Usage usage) {
        return new UsageJson(usage.cores(), usage.memory());
    }
}
