package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.fleet.Batch;
import io.pilothouse.fleet.ReplicaCounts;
import io.pilothouse.fleet.spi.WorkloadFacts;
import io.pilothouse.kubernetes.BatchReductions.ReducedJob;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReductionsTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T04:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-01-01T04:03:00Z");

    @Test
    void aJobThatWasGivenUp() {
        ReducedJob job = job("migrate", "", """
                status:
                  startTime: 2026-01-01T04:00:00Z
                  failed: 4
                  conditions:
                  - {type: FailureTarget, status: 'True', message: early}
                  - type: Failed
                    status: 'True'
                    reason: BackoffLimitExceeded
                    message: Job has reached the specified backoff limit
                    lastTransitionTime: 2026-01-01T04:03:00Z
                """);

        assertThat(job.cronJob()).isEmpty();
        assertThat(job.run())
                .isEqualTo(new Batch.Run(
                        "migrate",
                        BEGUN,
                        Optional.of(ENDED),
                        Batch.Outcome.FAILED,
                        "Job has reached the specified backoff limit",
                        0,
                        0,
                        0,
                        4,
                        Optional.of(3)));
        assertThat(job.facts().images()).containsExactly("registry.example/migrate:1");
    }

    @ParameterizedTest
    @CsvSource({
        "Complete, 'True', COMPLETE",
        "SuccessCriteriaMet, 'True', RUNNING",
        "Suspended, 'True', RUNNING",
        "Failed, 'False', RUNNING"
    })
    void howAJobStands(String type, String status, Batch.Outcome outcome) {
        assertThat(job("migrate", "", "status: {conditions: [{type: %s, status: '%s'}]}".formatted(type, status))
                        .run()
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aCronJobHasTheRunsThatItMadeNewestFirst() {
        WorkloadFacts cronJob = BatchReductions.cronJob(Serialization.unmarshal("""
                metadata: {namespace: shop, name: export, uid: uid-export}
                spec:
                  schedule: 0 4 * * *
                  timeZone: Europe/Berlin
                  suspend: true
                  jobTemplate: {spec: {template: {spec: {containers: [{name: main, image: registry.example/export:1}]}}}}
                status: {lastScheduleTime: 2026-01-01T04:00:00Z}
                """, CronJob.class));
        String ofExport = ", ownerReferences: [{kind: CronJob, name: export, uid: uid-export, controller: true}]";
        String ofOther = ", ownerReferences: [{kind: CronJob, name: other, uid: uid-other, controller: true}]";
        String ofWorkflow = ", ownerReferences: [{kind: Workflow, name: export, uid: uid-export, controller: true}]";

        WorkloadFacts whole = BatchReductions.complete(
                cronJob,
                Stream.of(
                        job("export-1", ofExport, "status: {startTime: 2026-01-01T04:00:00Z}"),
                        job("export-2", ofExport, "status: {startTime: 2026-01-02T04:00:00Z, active: 2, ready: 1}"),
                        job("other-1", ofOther, "status: {active: 1}"),
                        job("by-hand", ofWorkflow, "status: {active: 1}")));

        Batch batch = whole.batch().orElseThrow();
        assertThat(batch.schedule()).contains("0 4 * * * Europe/Berlin");
        assertThat(batch.suspended()).isTrue();
        assertThat(batch.lastSchedule()).contains(BEGUN);
        assertThat(batch.runs()).extracting(Batch.Run::name).containsExactly("export-2", "export-1");
        assertThat(whole.replicas()).isEqualTo(new ReplicaCounts(2, 1, 2, true));
    }

    private static ReducedJob job(String name, String metadata, String status) {
        return BatchReductions.job(Serialization.unmarshal("""
                metadata: {namespace: shop, name: %1$s, uid: uid-%1$s, creationTimestamp: 2026-01-01T03:59:59Z%2$s}
                spec:
                  completions: 3
                  template: {spec: {containers: [{name: main, image: 'registry.example/migrate:1'}]}}
                """.formatted(name, metadata) + status, Job.class));
    }
}
