package io.pilothouse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.Pilothouse;
import io.pilothouse.testbed.Helm;
import io.pilothouse.testbed.Kubectl;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The chart, installed by the real helm: the local kubelet runs the console as the pod that it describes, with its service account. */
@InBrowser
class InstalledChartTest {

    private static final String NAMESPACE = "console";
    private static final String ACCOUNT = "system:serviceaccount:" + NAMESPACE + ":pilothouse";
    private static final String SHIPPING = "deployment/shipping";
    /** Its own: the tests' console is not to follow its changes. */
    private static final String TOPIC = "audit-of-the-installed";

    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final LocalPlatform platform;
    private final Kubectl kubectl;
    private final SharedBrowser browser;

    InstalledChartTest(LocalPlatform platform, SharedBrowser browser) {
        this.platform = platform;
        this.kubectl = new Kubectl(platform);
        this.browser = browser;
    }

    @Test
    void theConsoleRunsAsItsPodActsForPeopleThoughItIsKilledAndLeavesNothing() throws Exception {
        Helm helm = new Helm(platform, directory);
        String notes = helm.run(
                "install", "pilothouse", "chart", "-n", NAMESPACE, "--create-namespace", "-f", values().toString());
        try {
            assertThat(notes).contains("constrained impersonation is in force");
            kubectl.run("-n", NAMESPACE, "rollout", "status", "deployment/pilothouse", "--timeout=55s");
            String console = "http://" + podAddress() + ":8080";
            probesBeginNoSession(console);
            scalesThoughKilledOnTheWay(console);
        } finally {
            helm.run("uninstall", "pilothouse", "-n", NAMESPACE, "--wait");
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(left()).isEmpty());
        kubectl.run("delete", "namespace", NAMESPACE, "--wait=false");
    }

    private Path values() throws IOException {
        String password = new BCryptPasswordEncoder().encode(RunningConsole.PASSWORD);
        return Files.writeString(directory.resolve("values.yaml"), """
                users: [{name: ops, password: "{bcrypt}%s", groups: [platform-team]}]
                prometheus: {url: "%s"}
                audit: {topic: %s}
                kafka: {clusters: [{namespace: kafka, name: main, bootstrapServers: "%s"}]}
                """.formatted(
                        password,
                        platform.controlPlane().files().addresses().prometheusUrl(),
                        TOPIC,
                        platform.kafka().bootstrapServers()));
    }

    private String podAddress() {
        return kubectl.run("-n", NAMESPACE, "get", "pods", "-o", "jsonpath={.items[0].status.podIP}");
    }

    private static void probesBeginNoSession(String console) throws IOException, InterruptedException {
        try (HttpClient kubelet = HttpClient.newHttpClient()) {
            HttpResponse<String> probe = kubelet.send(
                    HttpRequest.newBuilder(URI.create(console + "/icon.svg")).build(), BodyHandlers.ofString());
            assertThat(probe.statusCode()).isEqualTo(200);
            assertThat(probe.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    /** The console's process is killed while it follows what it did; the one that the kubelet starts in its place takes it up. */
    private void scalesThoughKilledOnTheWay(String console) throws Exception {
        int before = Integer.parseInt(shipping("{.spec.replicas}"));
        int after = before + 1;
        String title = "Scale shipping to " + after;
        Page page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
        page.navigate(console + "/services/shop/" + SHIPPING);
        press(page, Pattern.compile("^Scale$"));
        page.locator("vaadin-integer-field input").fill(String.valueOf(after));
        try {
            press(page, Pattern.compile("^Scale to " + after));
            page.locator(".ph-progress").waitFor();
            kill();
            page.context().close();
            await().atMost(SOON).ignoreExceptionsInstanceOf(IOException.class).until(() -> answers(console));
            page = browser.signedIn(console, "ops", SharedBrowser.WIDE, ColorScheme.LIGHT);
            page.navigate(console + "/changes");
            page.locator("main").getByText(title).first().click();
            assertThat(page.locator(".ph-progress .ph-state"))
                    .containsText("Settled", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis()));
            String change = page.url().substring(page.url().lastIndexOf('/') + 1);
            assertThat(shipping("{.status.readyReplicas}")).isEqualTo(String.valueOf(after));
            assertThat(writesOfThePod())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"impersonatedUser\":{\"username\":\"ops\""));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(new RecordedChanges(platform, TOPIC).of(change))
                            .containsExactly("REQUESTED", "APPLIED", "SETTLED"));
        } finally {
            kubectl.run("scale", "-n", "shop", SHIPPING, "--replicas=" + before);
            page.context().close();
        }
    }

    /** As the kernel does when memory is short: it gets no time to end anything. */
    private static void kill() throws Exception {
        ProcessHandle process = ProcessHandle.current()
                .descendants()
                .filter(InstalledChartTest::isConsole)
                .findFirst()
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean isConsole(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return command.contains("\0-cp\0") && command.endsWith("\0" + Pilothouse.class.getName() + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean answers(String console) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(console + "/login"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static void press(Page page, Pattern words) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .last();
        assertThat(button).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SOON.toMillis()));
        button.click();
    }

    private String shipping(String field) {
        return kubectl.run("get", "-n", "shop", SHIPPING, "-o", "jsonpath=" + field);
    }

    /** What the API server's audit log says of the pod's own account, but for questions about people's rights. */
    private List<String> writesOfThePod() throws IOException {
        try (Stream<String> lines = Files.lines(platform.controlPlane().files().auditLog())) {
            return lines.filter(line -> line.contains("\"user\":{\"username\":\"" + ACCOUNT))
                    .filter(line -> line.contains("\"verb\":\"patch\""))
                    .toList();
        }
    }

    /** What bears the release's label, cluster-wide or in its namespace. */
    private String left() {
        return kubectl.run(
                "-n",
                NAMESPACE,
                "get",
                "all,configmaps,secrets,serviceaccounts,clusterroles,clusterrolebindings",
                "-l",
                "app.kubernetes.io/instance=pilothouse",
                "-o",
                "name");
    }
}
