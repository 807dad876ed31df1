package io.pilothouse.testbed;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the one platform, and the one console on it, for all tests of a run. */
final class SharedPlatform implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedPlatform.class);

    /** The first time ever, the platform's programs have to be built. */
    private static final Duration LONGEST_START = Duration.ofMinutes(40);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalPlatform.class || type == RunningConsole.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        LocalPlatform platform = store.computeIfAbsent(LocalPlatform.class, _ -> started(), LocalPlatform.class);
        return parameter.getParameter().getType() == LocalPlatform.class
                ? platform
                : store.computeIfAbsent(RunningConsole.class, _ -> RunningConsole.on(platform), RunningConsole.class);
    }

    private static LocalPlatform started() {
        try {
            LocalPlatform platform = LocalPlatform.prepare();
            platform.start();
            platform.awaitReady(LONGEST_START);
            return platform;
        } catch (Exception e) {
            throw new IllegalStateException("The local platform does not start", e);
        }
    }
}
