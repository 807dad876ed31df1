package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.change.Aftermath;
import io.pilothouse.change.LiveObject;
import io.pilothouse.change.Material;
import io.pilothouse.change.Progress;
import io.pilothouse.change.Target;
import io.pilothouse.change.Unfit;
import io.pilothouse.change.Write;
import io.pilothouse.fixture.SampleFleet;
import io.pilothouse.fixture.SampleWorkload;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CronJobChangesTest {

    private static final WorkloadId CLEAN_UP = new WorkloadId("shop", WorkloadKind.CRON_JOB, "clean-up");
    private static final RunCronJob RUN = new RunCronJob(CLEAN_UP, "clean-up-0000000007");
    private static final LiveObject CRON_JOB = new LiveObject(Map.of(
            "metadata",
            Map.of("uid", "u-1"),
            "spec",
            Map.of(
                    "jobTemplate",
                    Map.of(
                            "metadata",
                            Map.of("labels", Map.of("app", "clean-up")),
                            "spec",
                            Map.of("template", "as it is")))));

    @Test
    void theSameChangeMakesTheSameJob() {
        UUID id = UUID.fromString("0f3e7c1a-0000-4000-8000-00000000000b");

        assertThat(RunCronJob.of(CLEAN_UP, id)).isEqualTo(RunCronJob.of(CLEAN_UP, id));
        assertThat(RunCronJob.of(CLEAN_UP, id).job())
                .matches("clean-up-\\d{10}")
                .isNotEqualTo(RunCronJob.of(CLEAN_UP, new UUID(0, 7)).job());
    }

    @Test
    void aRunIsMadeOfTheTemplateAndOwnedByTheCronJob() throws Unfit {
        Write write = RUN.write(new Material(Optional.empty(), Map.of(Target.of(CLEAN_UP), CRON_JOB)));

        assertThat(write).isInstanceOfSatisfying(Write.Create.class, create -> {
            LiveObject job = new LiveObject(create.body());
            assertThat(job.text("metadata", "name")).contains("clean-up-0000000007");
            assertThat(job.text("metadata", "labels", "app")).contains("clean-up");
            assertThat(job.text("metadata", "annotations", "cronjob.kubernetes.io/instantiate"))
                    .contains("manual");
            assertThat(job.children("metadata", "ownerReferences"))
                    .singleElement()
                    .satisfies(owner -> assertThat(owner.get("uid")).isEqualTo("u-1"));
            assertThat(job.text("spec", "template")).contains("as it is");
        });
    }

    @Test
    void aRunIsFollowedToItsEnd() {
        assertThat(run(Duration.ZERO)).isInstanceOf(Progress.Underway.class);
        assertThat(run(Duration.ZERO, job(Batch.Outcome.RUNNING, ""))).isInstanceOf(Progress.Underway.class);
        assertThat(run(Duration.ZERO, job(Batch.Outcome.COMPLETE, ""))).isInstanceOf(Progress.Settled.class);
        assertThat(run(Duration.ZERO, job(Batch.Outcome.FAILED, "BackoffLimitExceeded")))
                .isEqualTo(new Progress.Failed("Job clean-up-0000000007 failed: BackoffLimitExceeded"));
        assertThat(run(Duration.ofMinutes(1))).isInstanceOf(Progress.Superseded.class);
    }

    @Test
    void suspendingWritesOneFieldAndIsTakenBackByResuming() throws Unfit {
        SuspendCronJob suspend = new SuspendCronJob(CLEAN_UP, true);

        assertThat(suspend.write(new Material(Optional.of(CRON_JOB), Map.of())))
                .isEqualTo(new Write.Patch(
                        suspend.target(), "", Map.of("spec", Map.of("suspend", true)), Write.Merge.STRATEGIC));
        assertThat(suspend.progress(aftermath(Duration.ZERO, true))).isInstanceOf(Progress.Settled.class);
        assertThat(suspend.progress(aftermath(Duration.ZERO, false))).isInstanceOf(Progress.Underway.class);
        assertThat(suspend.progress(aftermath(Duration.ofMinutes(1), false))).isInstanceOf(Progress.Superseded.class);
        assertThat(suspend.wayBack(List.of(), aftermath(Duration.ZERO, true).fleet()))
                .hasValueSatisfying(way -> assertThat(way.change()).isEqualTo(new SuspendCronJob(CLEAN_UP, false)));
    }

    private static Progress run(Duration since, Batch.Run... runs) {
        return RUN.progress(aftermath(since, false, runs));
    }

    private static Aftermath aftermath(Duration since, boolean suspended, Batch.Run... runs) {
        var cronJob = SampleWorkload.of("shop", WorkloadKind.CRON_JOB, "clean-up")
                .batch(new Batch(Optional.of("0 4 * * *"), suspended, Optional.empty(), List.of(runs)))
                .build();
        return new Aftermath(SampleFleet.of(cronJob).build(), 0, SampleFleet.NOW.minus(since));
    }

    private static Batch.Run job(Batch.Outcome outcome, String message) {
        return new Batch.Run(
                "clean-up-0000000007", SampleFleet.NOW, Optional.empty(), outcome, message, 1, 1, 0, 0, Optional.of(1));
    }
}
