package io.pilothouse.testbed.controlplane;

import java.nio.file.Path;
import java.util.List;

/** With what options each part is started. Everything listens on 127.0.0.1 alone. */
final class CommandLines {

    private final ControlPlaneFiles files;
    private final Addresses addresses;

    CommandLines(ControlPlaneFiles files) {
        this.files = files;
        this.addresses = files.addresses();
    }

    List<String> of(Part part) {
        return switch (part) {
            case ETCD -> etcd();
            case API_SERVER -> apiServer();
            case CONTROLLER_MANAGER -> controllerManager();
            case SCHEDULER -> scheduler();
            case METRICS_SERVER -> metricsServer();
            case PROMETHEUS -> prometheus();
        };
    }

    private List<String> etcd() {
        String clients = "http://127.0.0.1:" + addresses.etcd();
        String peers = "http://127.0.0.1:" + addresses.etcdPeers();
        return List.of(
                "--name=default",
                "--data-dir=" + file("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers,
                "--unsafe-no-fsync",
                "--log-level=warn");
    }

    private List<String> apiServer() {
        return List.of(
                "--etcd-servers=http://127.0.0.1:" + addresses.etcd(),
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + addresses.apiServer(),
                "--tls-cert-file=" + files.server().certificate(),
                "--tls-private-key-file=" + files.server().key(),
                "--authorization-mode=RBAC",
                "--token-auth-file=" + file("tokens.csv"),
                "--service-account-issuer=https://localhost",
                "--service-account-signing-key-file=" + files.signingKey(),
                "--service-account-key-file=" + files.signingKey(),
                "--service-cluster-ip-range=10.0.0.0/24",
                "--endpoint-reconciler-type=none",
                "--kubelet-preferred-address-types=InternalIP",
                "--requestheader-client-ca-file=" + files.frontProxy().certificate(),
                "--requestheader-allowed-names=front-proxy-client",
                "--requestheader-username-headers=X-Remote-User",
                "--requestheader-group-headers=X-Remote-Group",
                "--requestheader-extra-headers-prefix=X-Remote-Extra-",
                "--proxy-client-cert-file=" + files.frontProxy().certificate(),
                "--proxy-client-key-file=" + files.frontProxy().key(),
                "--audit-policy-file=" + file("audit.yaml"),
                "--audit-log-path=" + files.auditLog());
    }

    private List<String> controllerManager() {
        return List.of(
                "--kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authentication-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authorization-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--bind-address=127.0.0.1",
                "--secure-port=" + addresses.controllerManager(),
                "--cert-dir=" + file("controller-manager"),
                "--leader-elect=false",
                "--service-account-private-key-file=" + files.signingKey(),
                "--root-ca-file=" + files.server().certificate(),
                "--horizontal-pod-autoscaler-sync-period=5s",
                "--horizontal-pod-autoscaler-downscale-stabilization=30s",
                "--horizontal-pod-autoscaler-initial-readiness-delay=5s");
    }

    private List<String> scheduler() {
        return List.of(
                "--kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authentication-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authorization-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--bind-address=127.0.0.1",
                "--secure-port=" + addresses.scheduler(),
                "--cert-dir=" + file("scheduler"),
                "--leader-elect=false");
    }

    private List<String> metricsServer() {
        return List.of(
                "--kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authentication-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--authorization-kubeconfig=" + files.kubeconfig(Account.ADMIN),
                "--bind-address=127.0.0.1",
                "--secure-port=" + addresses.metricsServer(),
                "--cert-dir=" + file("metrics-server"),
                "--kubelet-insecure-tls",
                "--kubelet-use-node-status-port",
                "--kubelet-preferred-address-types=InternalIP",
                "--metric-resolution=15s",
                "--kubelet-request-timeout=5s");
    }

    private List<String> prometheus() {
        return List.of(
                "--config.file=" + file("prometheus.yaml"),
                "--storage.tsdb.path=" + file("prometheus"),
                "--storage.tsdb.retention.time=6h",
                "--web.listen-address=127.0.0.1:" + addresses.prometheus(),
                "--log.level=warn");
    }

    private Path file(String name) {
        return files.directory().resolve(name);
    }
}
