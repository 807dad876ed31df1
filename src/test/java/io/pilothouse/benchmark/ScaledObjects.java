package io.pilothouse.benchmark;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Objects of the size that they have in clusters in use: a pod has about 7 kB. */
final class ScaledObjects {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata:
              name: %1$s
              labels:
                kubernetes.io/hostname: %1$s
                kubernetes.io/os: linux
                kubernetes.io/arch: amd64
                node.kubernetes.io/instance-type: m7i.2xlarge
                topology.kubernetes.io/region: region-1
                topology.kubernetes.io/zone: zone-%2$d
            status:
              capacity: {cpu: "8", memory: 32Gi, pods: "110", ephemeral-storage: 100Gi}
              allocatable: {cpu: 7910m, memory: 31Gi, pods: "110", ephemeral-storage: 90Gi}
              addresses:
              - {type: InternalIP, address: %3$s}
              - {type: Hostname, address: %1$s}
              conditions:
              - {type: MemoryPressure, status: "False", reason: KubeletHasSufficientMemory, lastHeartbeatTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
              - {type: DiskPressure, status: "False", reason: KubeletHasNoDiskPressure, lastHeartbeatTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
              - {type: PIDPressure, status: "False", reason: KubeletHasSufficientPID, lastHeartbeatTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
              - {type: Ready, status: "True", reason: KubeletReady, lastHeartbeatTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
              nodeInfo: {kubeletVersion: v1.36.3, osImage: Linux, containerRuntimeVersion: containerd://2.2.0, architecture: amd64, operatingSystem: linux, kernelVersion: "6.12", machineID: a, systemUUID: b, bootID: c, kubeProxyVersion: ""}
            """;

    private static final String TEMPLATE = """
            metadata:
              labels:
                app.kubernetes.io/name: %1$s
                app.kubernetes.io/part-of: %2$s
                app.kubernetes.io/version: 3.14.1
                pod-template-hash: 6c8b6d7f9d
              annotations:
                prometheus.io/scrape: "true"
                prometheus.io/port: "8080"
                checksum/config: 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef
                kubectl.kubernetes.io/restartedAt: "2026-01-01T00:00:00Z"
            spec:
              terminationGracePeriodSeconds: 30
              tolerations:
              - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
              - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
              containers:
              - name: app
                image: registry.example.com/%2$s/%1$s:3.14.1
                ports:
                - {name: http, containerPort: 8080, protocol: TCP}
                - {name: management, containerPort: 8081, protocol: TCP}
                env:
                - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                - {name: SPRING_PROFILES_ACTIVE, value: "production,kubernetes"}
                - {name: JAVA_TOOL_OPTIONS, value: "-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"}
                - {name: KAFKA_BOOTSTRAP_SERVERS, value: "main-kafka-bootstrap.kafka.svc:9092"}
                - {name: DATABASE_URL, value: "jdbc:postgresql://database.%2$s.svc:5432/%1$s"}
                - {name: DATABASE_USER, valueFrom: {secretKeyRef: {name: %1$s-database, key: username}}}
                - {name: DATABASE_PASSWORD, valueFrom: {secretKeyRef: {name: %1$s-database, key: password}}}
                resources: {requests: {cpu: 250m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
                livenessProbe: {httpGet: {path: /actuator/health/liveness, port: management}, periodSeconds: 10}
                readinessProbe: {httpGet: {path: /actuator/health/readiness, port: management}, periodSeconds: 5}
                securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                volumeMounts:
                - {name: config, mountPath: /config, readOnly: true}
                - {name: temporary, mountPath: /tmp}
              volumes:
              - {name: config, configMap: {name: %1$s}}
              - {name: temporary, emptyDir: {}}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: %1$s
              namespace: %2$s
              labels: {app.kubernetes.io/name: %1$s, app.kubernetes.io/part-of: %2$s}
              annotations: {deployment.kubernetes.io/revision: "1"}
            spec:
              replicas: %3$d
              selector: {matchLabels: {app.kubernetes.io/name: %1$s}}
            status:
              observedGeneration: 1
              replicas: %3$d
              updatedReplicas: %3$d
              readyReplicas: %3$d
              availableReplicas: %3$d
              conditions:
              - {type: Available, status: "True", reason: MinimumReplicasAvailable, lastUpdateTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
              - {type: Progressing, status: "True", reason: NewReplicaSetAvailable, lastUpdateTime: "2026-01-01T00:00:00Z", lastTransitionTime: "2026-01-01T00:00:00Z"}
            """;

    private static final String REPLICA_SET = """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: %1$s-6c8b6d7f9d
              namespace: %2$s
              labels: {app.kubernetes.io/name: %1$s, app.kubernetes.io/part-of: %2$s, pod-template-hash: 6c8b6d7f9d}
              annotations: {deployment.kubernetes.io/revision: "1", deployment.kubernetes.io/desired-replicas: "%3$d"}
            spec:
              replicas: %3$d
              selector: {matchLabels: {app.kubernetes.io/name: %1$s, pod-template-hash: 6c8b6d7f9d}}
            status: {observedGeneration: 1, replicas: %3$d, fullyLabeledReplicas: %3$d, readyReplicas: %3$d, availableReplicas: %3$d}
            """;

    private static final String POD_STATUS = """
            phase: Running
            qosClass: Burstable
            hostIP: %1$s
            hostIPs: [{ip: %1$s}]
            podIP: %2$s
            podIPs: [{ip: %2$s}]
            startTime: "2026-01-01T00:00:00Z"
            conditions:
            - {type: PodReadyToStartContainers, status: "True", lastTransitionTime: "2026-01-01T00:00:00Z"}
            - {type: Initialized, status: "True", lastTransitionTime: "2026-01-01T00:00:00Z"}
            - {type: Ready, status: "True", lastTransitionTime: "2026-01-01T00:00:00Z"}
            - {type: ContainersReady, status: "True", lastTransitionTime: "2026-01-01T00:00:00Z"}
            - {type: PodScheduled, status: "True", lastTransitionTime: "2026-01-01T00:00:00Z"}
            containerStatuses:
            - name: app
              image: registry.example.com/app:3.14.1
              imageID: registry.example.com/app@sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef
              containerID: containerd://3f2a0b5e5c0c4f6c9f2f8a7c1f2e3d4c5b6a79881726354455667788990a%3$04x
              ready: true
              started: true
              restartCount: 0
              state: {running: {startedAt: "2026-01-01T00:00:00Z"}}
            """;

    private ScaledObjects() {}

    static Node node(int number) {
        return read(Node.class, NODE.formatted(Scale.node(number), number % 3, address(10, number)));
    }

    static Deployment deployment(int number, int pods) {
        Deployment deployment =
                read(Deployment.class, DEPLOYMENT.formatted(Scale.service(number), Scale.namespace(number), pods));
        deployment.getSpec().setTemplate(template(number));
        return deployment;
    }

    static ReplicaSet replicaSet(int number, int pods, Deployment owner) {
        ReplicaSet replicaSet =
                read(ReplicaSet.class, REPLICA_SET.formatted(Scale.service(number), Scale.namespace(number), pods));
        replicaSet.getSpec().setTemplate(template(number));
        replicaSet
                .getMetadata()
                .getOwnerReferences()
                .add(controller(
                        "Deployment",
                        owner.getMetadata().getName(),
                        owner.getMetadata().getUid()));
        return replicaSet;
    }

    /**
     * @param index among all pods
     */
    static Pod pod(int deployment, int number, int index, int nodes, ReplicaSet owner) {
        Pod pod = new Pod();
        PodTemplateSpec template = template(deployment);
        pod.setMetadata(template.getMetadata());
        pod.getMetadata().setName(Scale.pod(deployment, number));
        pod.getMetadata().setNamespace(Scale.namespace(deployment));
        pod.getMetadata().setGenerateName(owner.getMetadata().getName() + "-");
        pod.getMetadata()
                .getOwnerReferences()
                .add(controller(
                        "ReplicaSet",
                        owner.getMetadata().getName(),
                        owner.getMetadata().getUid()));
        pod.setSpec(template.getSpec());
        pod.getSpec().setNodeName(Scale.node(index % nodes));
        pod.setStatus(read(
                io.fabric8.kubernetes.api.model.PodStatus.class,
                POD_STATUS.formatted(address(10, index % nodes), address(11, index), index)));
        return pod;
    }

    private static PodTemplateSpec template(int number) {
        return read(PodTemplateSpec.class, TEMPLATE.formatted(Scale.service(number), Scale.namespace(number)));
    }

    private static OwnerReference controller(String kind, String name, String uid) {
        return new OwnerReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind(kind)
                .withName(name)
                .withUid(uid)
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }

    private static String address(int network, int number) {
        return "%d.%d.%d.%d".formatted(network, number / 62_500, number / 250 % 250, number % 250 + 1);
    }

    private static <T> T read(Class<T> type, String yaml) {
        return Serialization.unmarshal(yaml, type);
    }
}
