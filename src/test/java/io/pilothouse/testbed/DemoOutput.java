package io.pilothouse.testbed;

import io.pilothouse.testbed.PlatformProgress.Step;
import io.pilothouse.testbed.controlplane.ControlPlaneFiles;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the demo tells in the terminal. */
final class DemoOutput {

    private static final int TENTH = 10;

    private DemoOutput() {}

    /** A line for each part that becomes ready or fails, and for each tenth of a build. */
    static void follow(PlatformProgress progress) {
        progress.onStep((part, step) -> {
            switch (step) {
                case Step.UnderWay(String words) -> {
                    if (worthALine(words)) {
                        say("  … " + part.title() + ": " + words);
                    }
                }
                case Step.Ready() -> say("  ✓ " + part.title());
                case Step.Failed(String why) -> say("  ✗ " + part.title() + ": " + why);
            }
        });
    }

    static void console(int port, DemoUsers users) {
        say("""

                Pilothouse   http://localhost:%d
                  ops        %s   (platform team: may do everything)
                  dev        %s   (developer: reads the namespace shop)
                """.formatted(port, users.opsPassword(), users.devPassword()));
    }

    static void platform(LocalPlatform platform) {
        ControlPlaneFiles files = platform.controlPlane().files();
        String waiting = Arrays.stream(PlatformPart.values())
                .filter(part -> platform.progress().step(part) instanceof Step.UnderWay)
                .map(PlatformPart::title)
                .collect(Collectors.joining(", "));
        say("""
                With your own tools
                  Kubernetes  export KUBECONFIG=%s   (contexts ops and dev)
                  Kafka       %s
                  Prometheus  %s
                %s
                Ctrl-C ends everything.
                """.formatted(
                        files.kubeconfig(),
                        platform.kafka().bootstrapServers(),
                        files.addresses().prometheusUrl(),
                        waiting.isEmpty() ? "" : "\nStill being prepared: " + waiting + ".\n"));
    }

    private static boolean worthALine(String words) {
        int percent = words.lastIndexOf(' ', Math.max(0, words.length() - 3));
        if (!words.endsWith(" %")) {
            return true;
        }
        String number = words.substring(percent + 1, words.length() - 2);
        return Integer.parseInt(number) % TENTH == 0;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
