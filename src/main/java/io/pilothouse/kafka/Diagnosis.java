package io.pilothouse.kafka;

import io.pilothouse.base.ClusterId;
import io.pilothouse.base.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Finds out why brokers do not answer, and says it in words. */
final class Diagnosis {

    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration ALL_IN_ALL = DEADLINE.multipliedBy(5);

    private final Clock clock;

    Diagnosis(Clock clock) {
        this.clock = clock;
    }

    /** What listens at each address; looks at all of them at once, for 2 s at most. */
    Map<Address, Finding> look(Collection<Address> addresses) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Answers answers = new Answers(ALL_IN_ALL);
            Map<Address, Future<Finding>> looks = new LinkedHashMap<>();
            addresses.forEach(
                    address -> looks.put(address, threads.submit(() -> ListenerProbe.look(address, DEADLINE))));
            Map<Address, Finding> findings = new LinkedHashMap<>();
            looks.forEach((address, look) -> findings.put(address, finding(address, look, answers)));
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Finding finding(Address address, Future<Finding> look, Answers answers) {
        try {
            return answers.await(look);
        } catch (NoAnswer e) {
            return new Finding(
                    address,
                    Finding.Listener.UNREACHABLE,
                    "nothing was found out within " + ALL_IN_ALL.toMillis() + " ms");
        }
    }

    /** Why no broker of a cluster could be asked. */
    Failure ofCluster(ClusterId cluster, Collection<Finding> findings, NoAnswer noAnswer) {
        Finding foremost = findings.stream()
                .min(Comparator.comparing(Finding::listener))
                .orElseThrow(() -> new IllegalArgumentException("A cluster has at least one address"));
        return new Failure(
                foremost.listener().kind(),
                "Kafka cluster " + cluster + " does not answer: " + foremost.inWords(),
                foremost.listener().meaning(),
                foremost.listener().remedy(),
                findings.stream().map(Finding::toString).collect(Collectors.joining("; ", "", "; "))
                        + noAnswer.message(),
                clock.instant());
    }

    /** Why one broker gives no sign of life while others do. */
    Failure ofBroker(int broker, Finding finding, NoAnswer noAnswer) {
        return new Failure(
                finding.listener().kind(),
                "Broker " + broker + " does not answer: " + finding.inWords(),
                finding.listener().meaning(),
                finding.listener().remedy(),
                finding + "; " + noAnswer.message(),
                clock.instant());
    }
}
