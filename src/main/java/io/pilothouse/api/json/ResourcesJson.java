package io.pilothouse.api.json;

import io.pilothouse.fleet.Resources;

/** CPU and memory. */
public record ResourcesJson(double cpuCores, long memoryBytes) {

    static ResourcesJson of(Resources resources) {
        return new ResourcesJson(resources.cores(), resources.memory());
    }
}
