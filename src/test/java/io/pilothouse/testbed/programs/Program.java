package io.pilothouse.testbed.programs;

/** A program of the platform that is built from its Go module. */
public enum Program {
    ETCD("etcd", "go.etcd.io/etcd/server/v3", "server"),
    API_SERVER("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver"),
    CONTROLLER_MANAGER("kube-controller-manager", "k8s.io/kubernetes/cmd/kube-controller-manager"),
    SCHEDULER("kube-scheduler", "k8s.io/kubernetes/cmd/kube-scheduler"),
    KUBECTL("kubectl", "k8s.io/kubernetes/cmd/kubectl"),
    PROMETHEUS("prometheus", "github.com/prometheus/prometheus/cmd/prometheus"),
    METRICS_SERVER("metrics-server", "sigs.k8s.io/metrics-server/cmd/metrics-server"),
    HELM("helm", "helm.sh/helm/v4/cmd/helm");

    private final String fileName;
    private final String goPackage;
    private final String builtName;

    Program(String fileName, String goPackage) {
        this(fileName, goPackage, fileName);
    }

    Program(String fileName, String goPackage, String builtName) {
        this.fileName = fileName;
        this.goPackage = goPackage;
        this.builtName = builtName;
    }

    /** The name of its executable file. */
    public String fileName() {
        return fileName;
    }

    String goPackage() {
        return goPackage;
    }

    /** What the Go tool calls the file: the package's last element. */
    String builtName() {
        return builtName;
    }
}
