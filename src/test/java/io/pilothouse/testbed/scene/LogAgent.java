package io.pilothouse.testbed.scene;

import java.time.Duration;

/** Ships logs, or says so. */
final class LogAgent implements DemoService {

    private static final String LOGGER = "agent.output";
    private static final Duration ROUND = Duration.ofSeconds(15);

    @Override
    public int run(ServiceContext context) throws InterruptedException {
        context.log().info("agent", "Tailing /var/log/pods/*/*/*.log on " + context.required("NODE_NAME"));
        while (!context.stopping()) {
            context.pause(ROUND);
            int lines = 200 + context.random().nextInt(300);
            context.usage().burn(lines * 1e-5);
            context.log()
                    .info(
                            LOGGER,
                            "Flushed " + lines + " lines in "
                                    + (5 + context.random().nextInt(20)) + " ms");
        }
        return ServiceContext.TERMINATED;
    }
}
