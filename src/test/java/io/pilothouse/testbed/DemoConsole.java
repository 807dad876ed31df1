package io.pilothouse.testbed;

import io.fabric8.kubernetes.client.Config;
import io.pilothouse.Pilothouse;
import io.pilothouse.testbed.DemoOptions.UsageException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The demo: the console, and beside it the local platform, or the reader's own cluster in its place. */
public final class DemoConsole {

    private static final int USAGE_ERROR = 2;

    private DemoConsole() {}

    public static void main(String[] arguments) throws Exception {
        try {
            DemoOptions options = DemoOptions.parse(arguments);
            requireFree(options.port());
            DemoUsers users = DemoUsers.with(options.password());
            List<String> settings = new ArrayList<>(users.settings());
            settings.add("--server.port=" + options.port());
            settings.add("--pilothouse.access.bootstrap-groups[0]=platform-team");
            if (options.context().isPresent()) {
                settings.addAll(ownCluster(options));
                run(settings, Optional.empty());
                DemoOutput.console(options.port(), users);
            } else {
                runWithPlatform(options, users, settings);
            }
        } catch (UsageException e) {
            System.err.println("run: " + e.getMessage() + ". See ./run --help.");
            System.exit(USAGE_ERROR);
        } catch (Exception e) {
            // the platform's own threads would keep the process, though there is nothing to look at
            System.err.println("run: the console could not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void runWithPlatform(DemoOptions options, DemoUsers users, List<String> settings) throws Exception {
        LocalPlatform platform = LocalPlatform.prepare();
        settings.addAll(ConsoleSettings.of(platform));
        DemoOutput.follow(platform.progress());
        platform.start();
        run(settings, Optional.of(platform.progress()));
        platform.controlPlane().files().consoleAt(options.port());
        DemoOutput.console(options.port(), users);
        DemoOutput.platform(platform);
    }

    private static void run(List<String> settings, Optional<PlatformProgress> progress) {
        new SpringApplicationBuilder(Pilothouse.class)
                .initializers(context -> progress.ifPresent(
                        preparations -> context.getBeanFactory().registerSingleton("preparations", preparations)))
                .run(settings.toArray(String[]::new));
    }

    private static List<String> ownCluster(DemoOptions options) throws UsageException, IOException {
        String context = options.context().orElseThrow();
        Path file = options.kubeconfig()
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("KUBECONFIG"))
                        .map(paths -> Path.of(paths.split(File.pathSeparator)[0])))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".kube", "config"));
        if (!Files.isReadable(file)) {
            throw new UsageException("the kubeconfig " + file + " cannot be read");
        }
        List<String> known = Config.fromKubeconfig(Files.readString(file)).getContexts().stream()
                .map(named -> named.getName())
                .toList();
        if (!known.contains(context)) {
            throw new UsageException("the kubeconfig " + file + " has no context '" + context + "'; it has: "
                    + String.join(", ", known));
        }
        return List.of(
                "--pilothouse.kubernetes.kubeconfig=" + file.toAbsolutePath(),
                "--pilothouse.kubernetes.context=" + context);
    }

    private static void requireFree(int port) throws UsageException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new UsageException("port " + port + " is in use; choose another one with --port N");
        }
    }
}
