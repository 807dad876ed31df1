package io.pilothouse.testbed.scene;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The surroundings of one running demo service.
 *
 * @param name the service's name, for logs and client ids
 * @param instance differs between the instances of a service
 * @param environment as the pod has it
 * @param bootstrapServers the brokers, known before they run; stands for the cluster's DNS, which this machine has not
 * @param peers how many instances of the service run now, this one included
 * @param random seeded by the instance, so that a run can be repeated
 * @param stop counted down once the service is asked to end
 */
record ServiceContext(
        String name,
        String instance,
        Map<String, String> environment,
        Supplier<String> bootstrapServers,
        IntSupplier peers,
        Random random,
        ServiceLog log,
        ServiceMetrics metrics,
        UsageMeter usage,
        CountDownLatch stop) {

    /** The exit code of a JVM that was asked to end (SIGTERM). */
    static final int TERMINATED = 143;

    boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Waits, but not once the service is asked to end. */
    void pause(Duration duration) throws InterruptedException {
        stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    Optional<String> setting(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    /** @throws IllegalStateException if the variable is not set */
    String required(String variable) {
        return setting(variable).orElseThrow(() -> new IllegalStateException(variable + " is not set"));
    }
}
