package io.pilothouse.services.internal;

import io.pilothouse.change.ChangeKind;
import io.pilothouse.services.ChangeImage;
import io.pilothouse.services.PauseRollout;
import io.pilothouse.services.RestartWorkload;
import io.pilothouse.services.ResumeRollout;
import io.pilothouse.services.RollBackWorkload;
import io.pilothouse.services.ScaleWorkload;
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
}
