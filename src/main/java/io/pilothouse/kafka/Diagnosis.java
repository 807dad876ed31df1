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
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Finds out why brokers do not answer, and says it in words. */
final class Diagnosis {

    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration ALL_IN_ALL = DEADLINE.multipliedBy(5);

    private final Clock clock;
    private final boolean secured;

    /**
     * @param secured whether the console connects with TLS or credentials, so that a listener that asks for them is the right one
     */
    Diagnosis(Clock clock, boolean secured) {
        this.clock = clock;
        this.secured = secured;
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

    private Finding finding(Address address, Future<Finding> look, Answers answers) {
        try {
            return expected(answers.await(look));
        } catch (NoAnswer e) {
            return new Finding(
                    address,
                    Finding.Listener.UNREACHABLE,
                    "nothing was found out within " + ALL_IN_ALL.toMillis() + " ms");
        }
    }

    private Finding expected(Finding found) {
        boolean asksForSecurity = found.listener() == Finding.Listener.SASL || found.listener() == Finding.Listener.TLS;
        return secured && asksForSecurity
                ? new Finding(found.address(), Finding.Listener.PLAIN, found.detail())
                : found;
    }

    /** Why no broker of a cluster could be asked. */
    Failure ofCluster(ClusterId cluster, Collection<Finding> findings, NoAnswer noAnswer) {
        String subject = "Kafka cluster " + cluster + " does not answer";
        String detail = Stream.concat(findings.stream().map(Finding::toString), Stream.of(noAnswer.message()))
                .collect(Collectors.joining("; "));
        if (noAnswer.reason() instanceof AuthenticationException refusal) {
            return refused(subject, refusal, detail);
        }
        if (noAnswer.reason() instanceof ConfigException wrong) {
            return misconfigured(subject, wrong);
        }
        return findings.stream()
                .min(Comparator.comparing(Finding::listener))
                .map(foremost -> failure(subject, foremost, detail))
                .orElseGet(() -> new Failure(
                        Failure.Kind.NOT_FOUND,
                        subject + ": it has no address of the form host:port",
                        "Nothing of Kafka can be asked.",
                        "Check its bootstrap servers.",
                        detail,
                        clock.instant()));
    }

    private Failure refused(String subject, AuthenticationException refusal, String detail) {
        boolean tls = refusal instanceof SslAuthenticationException;
        return new Failure(
                Failure.Kind.DENIED,
                subject + (tls ? ": TLS fails" : ": it refuses the console's credentials"),
                "Kafka tells nothing to the console.",
                tls
                        ? "Check the ssl.truststore properties of the cluster, and that its certificates name its addresses."
                        : "Check the sasl properties of the cluster, and that the user exists with this password.",
                detail,
                clock.instant());
    }

    private Failure misconfigured(String subject, ConfigException wrong) {
        return new Failure(
                Failure.Kind.UNEXPECTED,
                subject + ": the client cannot be made with its properties",
                "Kafka is not asked at all.",
                "Check pilothouse.kafka.clusters[…].properties, and that the files they name can be read.",
                String.valueOf(wrong.getMessage()),
                clock.instant());
    }

    /** Why one broker gives no sign of life while others do. */
    Failure ofBroker(int broker, Finding finding, NoAnswer noAnswer) {
        return failure("Broker " + broker + " does not answer", finding, finding + "; " + noAnswer.message());
    }

    private Failure failure(String subject, Finding finding, String detail) {
        return new Failure(
                finding.listener().kind(),
                subject + ": " + finding.inWords(),
                finding.listener().meaning(),
                finding.listener().remedy(),
                detail,
                clock.instant());
    }
}
