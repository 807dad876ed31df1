package io.pilothouse.browser;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Health;
import io.pilothouse.fixture.SampleCluster;
import io.pilothouse.fixture.SampleEvent;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleGroup;
import io.pilothouse.fixture.SampleNode;
import io.pilothouse.fixture.SamplePod;
import io.pilothouse.fixture.SampleRevision;
import io.pilothouse.fixture.SampleTopic;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.CatchUp;
import io.pilothouse.fleet.ConsumerGroup;
import io.pilothouse.fleet.Event;
import io.pilothouse.fleet.Fleet;
import io.pilothouse.fleet.Flow;
import io.pilothouse.fleet.Lag.Trend;
import io.pilothouse.fleet.MemberOrigin;
import io.pilothouse.fleet.Termination;
import io.pilothouse.fleet.Topic;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A picture in which everything that people may name is named as oddly as Kubernetes and Kafka let them, and clocks differ. */
final class OddFleet {

    /** Runs a script where somebody takes it for a part of the page. */
    static final String HTML = "<img src=x onerror=window.ran=true><b>bold</b>";

    static final String RIGHT_TO_LEFT = "طلبات-الشحن";

    /** The longest that Kubernetes takes. */
    static final String NAMESPACE = "n".repeat(31) + "-" + "s".repeat(31);

    /** The longest name of an object of Kubernetes. */
    static final String OBJECT = ("a-service-with-a-very-long-name." + "o".repeat(29) + ".")
            .repeat(5)
            .substring(0, 253);

    /** The longest name of a topic. */
    static final String TOPIC = "orders." + "a-very-long-topic-name_".repeat(12).substring(0, 242);

    static final String GROUP = "a group with spaces / and ünusual letters " + "x".repeat(400);

    private static final Instant LATER = SampleFleet.NOW.plusSeconds(7200);

    private OddFleet() {}

    static Fleet odd() {
        Workload service = service();
        Topic topic = topic();
        WorkloadId id = service.id();
        return SampleFleet.of(service, plain())
                .happened(NAMESPACE, warning("Deployment", OBJECT))
                .happened(NAMESPACE, warning("Pod", OBJECT.substring(0, 240) + "-pod"))
                .with(SampleNode.named(OBJECT)
                        .zone(HTML)
                        .health(Health.degraded(HTML + " under memory pressure").since(LATER))
                        .build())
                .with(SampleNode.named("node-a1").zone(RIGHT_TO_LEFT).build())
                .with(SampleCluster.of(SampleFleet.MAIN)
                        .health(Health.degraded(HTML + " " + OBJECT).since(LATER))
                        .down(1, HTML + " is down", LATER)
                        .topics(
                                topic,
                                SampleTopic.of("orders")
                                        .lastWritten(LATER)
                                        .readBy(RIGHT_TO_LEFT, HTML)
                                        .build())
                        .groups(
                                group(RIGHT_TO_LEFT, id),
                                group(HTML, id),
                                group(GROUP, id),
                                SampleGroup.of("never-read").build())
                        .build())
                .with(SampleCluster.of(new ClusterId(ClusterId.EXTERNAL, "legacy"))
                        .external()
                        .build())
                .flows(new Flow(id, topic.id(), Flow.Direction.WRITES, Optional.of(12.0)))
                .flows(new Flow(id, topic.id(), Flow.Direction.READS, Optional.empty()))
                .build();
    }

    private static Workload service() {
        return SampleWorkload.of(NAMESPACE, WorkloadKind.DEPLOYMENT, OBJECT)
                .health(Health.failing("exited with 1: " + HTML).since(LATER))
                .images("registry.example/" + "path/".repeat(40) + "app:" + "t".repeat(128), HTML)
                .team(Optional.of(HTML))
                .created(LATER)
                .pods(
                        SamplePod.named(NAMESPACE, OBJECT.substring(0, 240) + "-pod")
                                .created(LATER)
                                .crashing(3, new Termination(1, "Error", HTML, LATER))
                                .build(),
                        SamplePod.named(NAMESPACE, "short")
                                .on(OBJECT, HTML, "127.1.7.31")
                                .build())
                .revisions(
                        SampleRevision.number(2)
                                .named(OBJECT.substring(0, 243) + "-6d5f9")
                                .field("spec.containers[app].image", HTML)
                                .field("metadata.annotations[" + HTML + "]", RIGHT_TO_LEFT + " " + OBJECT)
                                .build(),
                        SampleRevision.number(1).build())
                .build();
    }

    private static Workload plain() {
        return SampleWorkload.deployment("shop", "orders")
                .team(Optional.of(RIGHT_TO_LEFT))
                .build();
    }

    private static Event warning(String kind, String name) {
        Event plain = SampleEvent.about(kind, name);
        return new Event(
                plain.name(),
                plain.type(),
                "Failed" + "Very".repeat(30),
                RIGHT_TO_LEFT + ": " + HTML,
                plain.subject(),
                HTML,
                5,
                LATER,
                LATER.plusSeconds(60));
    }

    private static Topic topic() {
        return SampleTopic.of(TOPIC)
                .health(Health.failing("1 of 12 partitions without a leader").since(LATER))
                .setting("leader.replication.throttled.replicas", HTML, Origin.TOPIC)
                .setting("follower.replication.throttled.replicas", "0:1,".repeat(500), Origin.TOPIC)
                .lastWritten(LATER)
                .zones(HTML, RIGHT_TO_LEFT, "c")
                .readBy(RIGHT_TO_LEFT, HTML, GROUP)
                .build();
    }

    private static ConsumerGroup group(String name, WorkloadId service) {
        return SampleGroup.of(name)
                .behind(12_400, Duration.ofMinutes(3), Trend.GROWING, new CatchUp.Never())
                .health(Health.degraded("3 min behind").since(LATER))
                .member(OBJECT.substring(0, 240) + "-pod", service, 0, 1)
                .member(HTML, new MemberOrigin.Outside(), 2)
                .member(RIGHT_TO_LEFT + "-7", new MemberOrigin.Unknown(), 3, 4)
                .build();
    }
}
