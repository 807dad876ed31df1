package io.pilothouse.clusters.internal;

import io.pilothouse.change.ChangeKind;
import io.pilothouse.clusters.ChangePoolResources;
import io.pilothouse.clusters.DeleteKafka;
import io.pilothouse.clusters.DeployKafka;
import io.pilothouse.clusters.PauseReconciliation;
import io.pilothouse.clusters.RestartBroker;
import io.pilothouse.clusters.RestartPool;
import io.pilothouse.clusters.ScalePool;
import io.pilothouse.clusters.StopRestart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people can do to Kafka clusters that Strimzi runs. */
@Configuration(proxyBeanMethods = false)
class ClusterChanges {

    @Bean
    ChangeKind restartBroker() {
        return new ChangeKind("restart-broker", RestartBroker.class);
    }

    @Bean
    ChangeKind restartPool() {
        return new ChangeKind("restart-pool", RestartPool.class);
    }

    @Bean
    ChangeKind stopRestart() {
        return new ChangeKind("stop-restart", StopRestart.class);
    }

    @Bean
    ChangeKind pauseReconciliation() {
        return new ChangeKind("pause-reconciliation", PauseReconciliation.class);
    }

    @Bean
    ChangeKind changePoolResources() {
        return new ChangeKind("change-pool-resources", ChangePoolResources.class);
    }

    @Bean
    ChangeKind deployKafka() {
        return new ChangeKind("deploy-kafka", DeployKafka.class);
    }

    @Bean
    ChangeKind deleteKafka() {
        return new ChangeKind("delete-kafka", DeleteKafka.class);
    }

    @Bean
    ChangeKind scalePool() {
        return new ChangeKind("scale-pool", ScalePool.class);
    }
}
