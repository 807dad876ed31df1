package io.pilothouse.testbed.controlplane;

import io.pilothouse.testbed.process.FreePorts;

/** Ports on 127.0.0.1, fixed before anything starts, so that a part can be stopped and come back where it was. */
public record Addresses(
        int etcd,
        int etcdPeers,
        int apiServer,
        int controllerManager,
        int scheduler,
        int metricsServer,
        int prometheus) {

    static Addresses free() {
        return new Addresses(
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next());
    }

    /** Where the Kubernetes API is. */
    public String apiServerUrl() {
        return "https://127.0.0.1:" + apiServer;
    }

    /** Where Prometheus' HTTP API is. */
    public String prometheusUrl() {
        return "http://127.0.0.1:" + prometheus;
    }
}
