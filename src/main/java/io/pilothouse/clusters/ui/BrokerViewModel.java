package io.pilothouse.clusters.ui;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import io.pilothouse.base.Observed;
import io.pilothouse.clusters.Loss;
import io.pilothouse.clusters.OperatorRestart;
import io.pilothouse.clusters.WhatIf;
import io.pilothouse.fleet.Broker;
import io.pilothouse.fleet.BrokerSettings;
import io.pilothouse.fleet.BrokerSettings.Setting;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Quorum;
import io.pilothouse.fleet.Workload;
import io.pilothouse.fleet.WorkloadId;
import java.util.List;
import java.util.Optional;

/** What the page of one broker shows. */
final class BrokerViewModel {

    private BrokerViewModel() {}

    /** What there is to show. */
    sealed interface Content {}

    /**
     * The broker.
     *
     * @param seen the broker as the person may see it
     * @param service the service that its pod belongs to, if there is one that the person may see
     * @param quorum the cluster's controllers and their followers
     * @param loss what would be lost with it; empty while topics are not known
     * @param restarts when the operator restarted its pod lately, and why; empty also for who may not see events
     * @param settings its settings; none while it never told
     * @param settingsProblem why they are old or absent, if they are
     */
    record Shown(
            KafkaCluster cluster,
            ShownBroker seen,
            Optional<WorkloadId> service,
            Observed<Quorum> quorum,
            Optional<Loss> loss,
            List<OperatorRestart> restarts,
            List<Setting> settings,
            Optional<Failure> settingsProblem)
            implements Content {

        Broker broker() {
            return seen.broker();
        }
    }

    /** Rights or brokers are not known, so nobody can say whether there is such a one. */
    record Unknown(Failure failure) implements Content {}

    /** The person may not see its cluster, there or not. */
    record Hidden(Right missing) implements Content {}

    /** It is not there. */
    record Missing() implements Content {}

    static Content content(LivePicture picture, ClusterId id, int broker) {
        return switch (ClusterViewModel.content(picture, id)) {
            case ClusterViewModel.Shown shown -> content(shown, broker, picture.fleet());
            case ClusterViewModel.Unknown unknown -> new Unknown(unknown.failure());
            case ClusterViewModel.Hidden hidden -> new Hidden(hidden.missing());
            case ClusterViewModel.Missing _ -> new Missing();
        };
    }

    private static Content content(ClusterViewModel.Shown shown, int id, VisibleFleet fleet) {
        return shown.brokers().stream()
                .filter(seen -> seen.broker().id() == id)
                .findFirst()
                .<Content>map(seen -> shown(shown.cluster(), seen, fleet))
                .orElseGet(() -> absent(shown.cluster()));
    }

    private static Shown shown(KafkaCluster cluster, ShownBroker seen, VisibleFleet fleet) {
        int id = seen.broker().id();
        Optional<Observed<BrokerSettings>> settings = cluster.coordination().settings(id);
        return new Shown(
                cluster,
                seen,
                seen.broker().pod().flatMap(pod -> service(pod, fleet)),
                cluster.coordination().quorum(),
                WhatIf.ofBroker(cluster, id),
                restarts(cluster, seen, fleet),
                settings.flatMap(Observed::known).map(BrokerSettings::settings).orElse(List.of()),
                settings.flatMap(Observed::problem));
    }

    private static List<OperatorRestart> restarts(KafkaCluster cluster, ShownBroker seen, VisibleFleet fleet) {
        String namespace = cluster.id().namespace();
        return Optional.ofNullable(fleet.fleet().namespaces().get(namespace)).stream()
                .filter(_ -> fleet.sight().sees(ReadableKind.EVENTS, namespace))
                .flatMap(slice -> OperatorRestart.of(cluster.id(), slice.events()).stream())
                .filter(restart -> seen.pod().filter(restart.pod()::equals).isPresent())
                .toList();
    }

    private static Optional<WorkloadId> service(Pod pod, VisibleFleet fleet) {
        return Optional.ofNullable(fleet.fleet().namespaces().get(pod.namespace())).stream()
                .flatMap(slice -> slice.workloads().stream())
                .filter(workload ->
                        workload.pods().stream().anyMatch(own -> own.uid().equals(pod.uid())))
                .map(Workload::id)
                .filter(fleet::sees)
                .findFirst();
    }

    /** While a cluster has told of no broker at all, this one may well be there. */
    private static Content absent(KafkaCluster cluster) {
        return cluster.brokers().isEmpty()
                ? cluster.partitions().problem().<Content>map(Unknown::new).orElseGet(Missing::new)
                : new Missing();
    }
}
