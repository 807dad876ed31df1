package io.pilothouse.services.internal;

import io.pilothouse.change.ChangeKind;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.ChangeResources;
import io.pilothouse.services.DeletePod;
import io.pilothouse.services.EditAutoscaling;
import io.pilothouse.services.EditManifest;
import io.pilothouse.services.EvictPod;
import io.pilothouse.services.PauseRollout;
import io.pilothouse.services.PauseScaling;
import io.pilothouse.services.RemoveAutoscaling;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ResumeRollout;
import io.pilothouse.services.RollBackWorkload;
import io.pilothouse.services.RunCronJob;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.services.SuspendCronJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people can do to services. */
@Configuration(proxyBeanMethods = false)
class ServiceChanges {

    @Bean
    ChangeKind scale() {
        return new ChangeKind("scale", ScaleWorkload.class);
    }

    @Bean
    ChangeKind restart() {
        return new ChangeKind("restart", RestartWorkload.class);
    }

    @Bean
    ChangeKind pauseRollout() {
        return new ChangeKind("pause-rollout", PauseRollout.class);
    }

    @Bean
    ChangeKind resumeRollout() {
        return new ChangeKind("resume-rollout", ResumeRollout.class);
    }

    @Bean
    ChangeKind rollBack() {
        return new ChangeKind("roll-back", RollBackWorkload.class);
    }

    @Bean
    ChangeKind changeImage() {
        return new ChangeKind("change-image", ChangeImage.class);
    }

    @Bean
    ChangeKind editAutoscaling() {
        return new ChangeKind("edit-autoscaling", EditAutoscaling.class);
    }

    @Bean
    ChangeKind removeAutoscaling() {
        return new ChangeKind("remove-autoscaling", RemoveAutoscaling.class);
    }

    @Bean
    ChangeKind pauseScaling() {
        return new ChangeKind("pause-autoscaling", PauseScaling.class);
    }

    @Bean
    ChangeKind changeResources() {
        return new ChangeKind("change-resources", ChangeResources.class);
    }

    @Bean
    ChangeKind editManifest() {
        return new ChangeKind("edit-yaml", EditManifest.class);
    }

    @Bean
    ChangeKind evictPod() {
        return new ChangeKind("evict-pod", EvictPod.class);
    }

    @Bean
    ChangeKind deletePod() {
        return new ChangeKind("delete-pod", DeletePod.class);
    }

    @Bean
    ChangeKind suspendCronJob() {
        return new ChangeKind("suspend", SuspendCronJob.class);
    }

    @Bean
    ChangeKind runCronJob() {
        return new ChangeKind("run-now", RunCronJob.class);
    }
}
