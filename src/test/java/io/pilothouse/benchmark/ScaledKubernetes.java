package io.pilothouse.benchmark;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import io.pilothouse.testbed.controlplane.Part;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real API server with nothing behind it but etcd: no controller acts on what is written here, so objects stay as they are, and
 * no kubelets, real or played, take part of the machine.
 */
final class ScaledKubernetes implements AutoCloseable {

    private static final int WRITERS = 12;
    private static final String CONSOLE = "\"user\":{\"username\":\"pilothouse-console\"";

    private static final ClusterRoleBinding CONSOLE_MAY_ALL = new ClusterRoleBindingBuilder()
            .withNewMetadata()
            .withName("console-may-all")
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
            .addNewSubject("rbac.authorization.k8s.io", "User", "pilothouse-console", null)
            .build();

    private final ControlPlane plane;

    private ScaledKubernetes(ControlPlane plane) {
        this.plane = plane;
    }

    static ScaledKubernetes start(Path directory) throws Exception {
        Programs programs = Programs.ofThisUser();
        programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
        ControlPlane plane = new ControlPlane(new ControlPlaneFiles(directory), programs);
        plane.start(Part.ETCD);
        plane.start(Part.API_SERVER);
        plane.awaitApiServer();
        return new ScaledKubernetes(plane);
    }

    /** The console's own account, whose requests the API server's audit log counts. */
    Path kubeconfig() {
        return plane.files().kubeconfig(Account.CONSOLE);
    }

    KubernetesClient client() {
        return plane.client(Account.ADMIN);
    }

    void fill(Scale scale) throws Exception {
        try (KubernetesClient client = client()) {
            client.resource(CONSOLE_MAY_ALL).create();
            inParallel(Scale.NAMESPACES, number -> namespace(client, "team-" + number));
            namespace(client, "kafka");
            inParallel(scale.nodes(), number -> node(client, number));
            inParallel(scale.deployments(), number -> deployment(client, number, scale));
        }
    }

    /** An account that is there lets pods be made before a controller would have made it. */
    private static void namespace(KubernetesClient client, String name) {
        Namespace namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        client.resource(namespace).create();
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("default")
                        .withNamespace(name)
                        .endMetadata()
                        .build())
                .create();
    }

    /** The API server taints each new node until a controller takes that away. */
    private static void node(KubernetesClient client, int number) {
        Node created = client.resource(ScaledObjects.node(number)).create();
        created.getSpec().setTaints(List.of());
        client.resource(created).update();
    }

    private static void deployment(KubernetesClient client, int number, Scale scale) {
        Deployment wanted = ScaledObjects.deployment(number, scale.podsEach());
        Deployment deployment = client.resource(wanted).create();
        deployment.setStatus(wanted.getStatus());
        client.resource(deployment).updateStatus();
        ReplicaSet wantedSet = ScaledObjects.replicaSet(number, scale.podsEach(), deployment);
        ReplicaSet set = client.resource(wantedSet).create();
        set.setStatus(wantedSet.getStatus());
        client.resource(set).updateStatus();
        for (int pod = 0; pod < scale.podsEach(); pod++) {
            Pod wantedPod = ScaledObjects.pod(number, pod, number * scale.podsEach() + pod, scale.nodes(), set);
            Pod created = client.resource(wantedPod).create();
            created.setStatus(wantedPod.getStatus());
            client.resource(created).updateStatus();
        }
    }

    private static void inParallel(int count, IntConsumer task) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, count).forEach(number -> running.add(writers.submit(() -> task.accept(number))));
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    /** All requests of the console that the API server has answered so far, by its audit log. */
    long requests() throws IOException {
        try (Stream<String> lines = Files.lines(plane.files().auditLog())) {
            return lines.filter(line -> line.contains(CONSOLE)).count();
        }
    }

    @Override
    public void close() {
        plane.close();
    }
}
