package io.pilothouse.benchmark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.browser.SharedBrowser;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/**
 * Prints what scale costs. Its argument is a {@link Scale}; without one, it is that of a large installation. Not a test: its times depend on
 * the machine.
 */
public final class ScaleBenchmark {

    /** What the console is recommended to run with. */
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx288m", "-Xss512k");

    private static final Scale LARGE = new Scale(1_000, 1_000, 10, 5_000, 500);
    private static final int ROUNDS = 3;
    private static final int CHANGES = 100;
    private static final int MANY_PAGES = 50;
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Scale scale;
    private final Path directory;
    private final ScaledKubernetes kubernetes;
    private final ScaledKafka kafka;
    private final int port = FreePorts.next();

    private ScaleBenchmark(Scale scale, Path directory, ScaledKubernetes kubernetes, ScaledKafka kafka) {
        this.scale = scale;
        this.directory = directory;
        this.kubernetes = kubernetes;
        this.kafka = kafka;
    }

    public static void main(String[] arguments) throws Exception {
        Scale scale = arguments.length > 0 ? Scale.parse(arguments[0]) : LARGE;
        Path directory = Files.createTempDirectory("pilothouse-scale-");
        try (ScaledKubernetes kubernetes = ScaledKubernetes.start(Files.createDirectory(directory.resolve("plane")));
                ScaledKafka kafka = ScaledKafka.start(Files.createDirectory(directory.resolve("kafka")))) {
            ScaleBenchmark benchmark = new ScaleBenchmark(scale, directory, kubernetes, kafka);
            benchmark.fill();
            benchmark.measureFirstPicture();
            benchmark.measureHeap();
            benchmark.measureAtWork();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(0);
    }

    private void fill() throws Exception {
        print(
                "Scale",
                "%,d pods of %,d Deployments on %,d nodes, %,d partitions of %,d topics, %,d groups"
                        .formatted(
                                scale.pods(),
                                scale.deployments(),
                                scale.nodes(),
                                scale.partitions(),
                                scale.topics(),
                                scale.groups()));
        long begin = System.nanoTime();
        kafka.fill(scale);
        kubernetes.fill(scale);
        print("Filled in", Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
    }

    private void measureFirstPicture() throws IOException {
        List<Double> bare = new ArrayList<>();
        List<Double> console = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildJvm child = ChildJvm.start(
                    BareClients.class,
                    FLAGS,
                    List.of(kubernetes.kubeconfig().toString(), kafka.bootstrapServers()),
                    directory.resolve("bare.log"))) {
                bare.add(Double.parseDouble(child.answer()));
            }
            try (ChildJvm child = console(scale, true, true)) {
                console.add(child.number("picture"));
            }
        }
        bare.sort(null);
        console.sort(null);
        double plain = bare.get(ROUNDS / 2);
        double picture = console.get(ROUNDS / 2);
        print(
                "First picture",
                String.format(
                        Locale.ROOT,
                        "%.2f of the bare calls (%.0f ms against %.0f ms)",
                        picture / plain,
                        picture,
                        plain));
    }

    private void measureHeap() throws IOException {
        double nothing = heap(Scale.NOTHING, false, false);
        double pods = heap(scale.kubernetesAlone(), true, false) - nothing;
        double partitions = heap(scale.kafkaAlone(), false, true) - nothing;
        print("Heap of an empty console", megabytes(nothing));
        print("Heap of Kubernetes", "%s, %,.0f bytes a pod".formatted(megabytes(pods), pods / scale.pods()));
        print(
                "Heap of Kafka",
                "%s, %,.0f bytes a partition".formatted(megabytes(partitions), partitions / scale.partitions()));
    }

    private double heap(Scale awaited, boolean ofKubernetes, boolean ofKafka) throws IOException {
        try (ChildJvm child = console(awaited, ofKubernetes, ofKafka)) {
            child.ask("picture");
            return child.number("heap");
        }
    }

    private void measureAtWork() throws IOException {
        try (ChildJvm child = console(scale, true, true);
                SharedBrowser browser = SharedBrowser.launch()) {
            child.ask("picture");
            print("From a pod's change to the push", child.ask("changes " + CHANGES));
            print("Join", child.ask("slices"));
            Page page = browser.signedIn(url(), "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
            measurePages(new PageTimes(page, url()));
            page.navigate(url() + "/services");
            measureRequests("with 1 page");
            for (int more = 1; more < MANY_PAGES; more++) {
                page.context()
                        .newPage()
                        .navigate(url()
                                + List.of("/services", "/topics", "/groups", "/nodes")
                                        .get(more % 4));
            }
            measureRequests("with %d pages".formatted(MANY_PAGES));
            page.context().close();
            measureRequests("with no page");
            print("Heap after all that", megabytes(child.number("heap")));
            print("Resident", child.resident());
        }
    }

    private void measurePages(PageTimes times) {
        String service = "/services/%s/deployment/%s".formatted(Scale.namespace(1), Scale.service(1));
        print("Open Services", times.opening("/services", Scale.service(0)));
        print("Search Services", times.searching(List.of(Scale.service(7), Scale.service(11))));
        print("Open Topics", times.opening("/topics", Scale.topic(0)));
        print("Search Topics", times.searching(List.of(Scale.topic(7), Scale.topic(11))));
        print("Open Consumer groups", times.opening("/groups", "readers-0"));
        print("Search Consumer groups", times.searching(List.of("readers-7", "readers-11")));
        print("Open Nodes", times.opening("/nodes", Scale.node(0)));
        print("Search Nodes", times.searching(List.of(Scale.node(7), Scale.node(11))));
        print("Open pods of a service", times.opening(service + "?tab=pods", Scale.pod(1, 0)));
        print("Open pods of a node", times.opening("/nodes/node-1?tab=pods", Scale.pod(0, 1)));
        print("Open a topic", times.opening("/topics/kafka.main/events-1?tab=partitions", "0"));
    }

    private void measureRequests(String when) throws IOException {
        Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        long before = kubernetes.requests();
        Awaitility.await().pollDelay(WINDOW).atMost(WINDOW.multipliedBy(2)).until(() -> true);
        print("Requests in 30 s " + when, kubernetes.requests() - before + " to the API server");
    }

    private ChildJvm console(Scale awaited, boolean ofKubernetes, boolean ofKafka) throws IOException {
        Path kubeconfig = ofKubernetes ? kubernetes.kubeconfig() : nowhere();
        List<String> arguments = new ArrayList<>(List.of(
                awaited.toString(),
                "--server.port=" + port,
                "--pilothouse.kubernetes.kubeconfig=" + kubeconfig,
                "--pilothouse.access.users[0].name=ops",
                "--pilothouse.access.users[0].password={bcrypt}"
                        + new BCryptPasswordEncoder().encode(RunningConsole.PASSWORD),
                "--pilothouse.access.users[0].groups[0]=system:masters"));
        if (ofKafka) {
            arguments.add("--pilothouse.kafka.clusters[0].namespace=kafka");
            arguments.add("--pilothouse.kafka.clusters[0].name=main");
            arguments.add("--pilothouse.kafka.clusters[0].bootstrap-servers=" + kafka.bootstrapServers());
        }
        return ChildJvm.start(ConsoleProbe.class, FLAGS, arguments, directory.resolve("console.log"));
    }

    /** A kubeconfig of an API server that is not there. */
    private Path nowhere() throws IOException {
        String present = Files.readString(kubernetes.kubeconfig());
        return Files.writeString(
                directory.resolve("nowhere"),
                present.replaceAll("https://127.0.0.1:\\d+", "https://127.0.0.1:" + FreePorts.next()));
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static void print(String what, String figure) {
        System.out.printf("%-36s %s%n", what, figure);
    }
}
