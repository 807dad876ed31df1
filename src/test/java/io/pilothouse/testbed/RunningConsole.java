package io.pilothouse.testbed;

import io.pilothouse.Pilothouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole console on a free port, with the demo's users, reading the local platform. */
public final class RunningConsole implements AutoCloseable {

    /** Of both users. */
    public static final String PASSWORD = "demo";

    private final ConfigurableApplicationContext context;

    private RunningConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one; the caller closes it. */
    public static RunningConsole on(LocalPlatform platform) {
        RunningConsole console = with(platform, List.of());
        platform.controlPlane().files().consoleAt(console.port());
        return console;
    }

    /** Starts one with these settings besides, which Prometheus does not ask for figures; the caller closes it. */
    public static RunningConsole with(LocalPlatform platform, List<String> more) {
        List<String> settings = new ArrayList<>(ConsoleSettings.of(platform));
        settings.addAll(more);
        settings.addAll(DemoUsers.with(Optional.of(PASSWORD)).settings());
        settings.add("--server.port=0");
        return new RunningConsole(new SpringApplicationBuilder(Pilothouse.class)
                .initializers(application ->
                        application.getBeanFactory().registerSingleton("preparations", platform.progress()))
                .run(settings.toArray(String[]::new)));
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A bean of the application, to ask what the picture holds. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
