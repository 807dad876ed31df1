package io.pilothouse.benchmark;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.pilothouse.access.Person;
import io.pilothouse.browser.SharedBrowser;
import io.pilothouse.change.Changes;
import io.pilothouse.change.PreviewAnswer;
import io.pilothouse.fleet.WorkloadId;
import io.pilothouse.fleet.WorkloadKind;
import io.pilothouse.services.ScaleWorkload;
import io.pilothouse.testbed.LocalPlatform;
import io.pilothouse.testbed.RunningConsole;
import io.pilothouse.testbed.controlplane.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Prints how long people wait when they change something, on the demo scene: for what a change would do, against the two bare calls that it is
 * made of; in the browser, from the button to the checks and from the confirmation to the first progress. Not a test: its times depend on
 * the machine.
 */
public final class ChangeBenchmark {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final int CLICKS = 8;
    private static final String NAMESPACE = "shop";
    private static final String NAME = "shipping";
    private static final WorkloadId SHIPPING = new WorkloadId(NAMESPACE, WorkloadKind.DEPLOYMENT, NAME);
    private static final Person OPS = new Person("ops", Set.of("platform-team"));

    private ChangeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (LocalPlatform platform = LocalPlatform.prepare()) {
            platform.start();
            platform.awaitReady(Duration.ofMinutes(40));
            try (RunningConsole console = RunningConsole.on(platform);
                    SharedBrowser browser = SharedBrowser.launch()) {
                measurePreviews(platform, console.bean(Changes.class));
                measureClicks(browser.signedIn(console.url(), "ops", SharedBrowser.WIDE, ColorScheme.LIGHT), console);
            }
        }
        System.exit(0);
    }

    private static void measurePreviews(LocalPlatform platform, Changes changes) {
        try (KubernetesClient client = platform.controlPlane().client(Account.ADMIN)) {
            var deployment = client.apps().deployments().inNamespace(NAMESPACE).withName(NAME);
            List<Double> bare = times(WARM_UP + ROUNDS, () -> {
                deployment.get();
                deployment.dryRun().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":3}}");
            });
            List<Double> previews = times(WARM_UP + ROUNDS, () -> {
                PreviewAnswer answer =
                        changes.preview(OPS, new ScaleWorkload(SHIPPING, 3)).join();
                if (!(answer instanceof PreviewAnswer.Ready)) {
                    throw new IllegalStateException(answer.toString());
                }
            });
            List<Double> calls = bare.subList(WARM_UP, bare.size());
            List<Double> answers = previews.subList(WARM_UP, previews.size());
            print("What a scale would do", inWords(answers));
            print(
                    "The same against two bare calls",
                    String.format(Locale.ROOT, "%.1f", median(answers) / median(calls)));
        }
    }

    private static void measureClicks(Page page, RunningConsole console) {
        page.navigate(console.url() + "/services/" + SHIPPING);
        List<Double> opened = new ArrayList<>();
        List<Double> begun = new ArrayList<>();
        for (int round = 0; round < CLICKS; round++) {
            Locator scale = button(page.locator("main"), "^Scale$");
            opened.add(times(1, () -> {
                        scale.click();
                        page.locator("vaadin-dialog .ph-check").first().waitFor();
                    })
                    .getFirst());
            page.locator("vaadin-integer-field input").fill(round % 2 == 0 ? "3" : "2");
            page.locator(".ph-difference .ph-after").waitFor();
            Locator confirm = button(page.locator("vaadin-dialog"), "^Scale to [23]");
            begun.add(times(1, () -> {
                        confirm.click();
                        page.locator(".ph-progress .ph-state").waitFor();
                    })
                    .getFirst());
            page.locator(".ph-progress .ph-state").getByText("Settled").waitFor();
            button(page.locator("vaadin-dialog"), "^Close$").click();
        }
        print("From Scale to the checks, on screen", inWords(opened));
        print("From confirming to the first progress", inWords(begun));
    }

    private static Locator button(Locator part, String words) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(words)));
    }

    private static List<Double> times(int rounds, Runnable action) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            action.run();
            millis.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin) / 1e3);
        }
        return millis;
    }

    private static String inWords(List<Double> millis) {
        return String.format(
                Locale.ROOT,
                "median %.0f ms, at most %.0f ms",
                median(millis),
                millis.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private static void print(String what, String figure) {
        System.out.printf("%-40s %s%n", what, figure);
    }
}
