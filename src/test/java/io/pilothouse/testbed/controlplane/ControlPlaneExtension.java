package io.pilothouse.testbed.controlplane;

import io.pilothouse.testbed.programs.ProgramBuildException;
import io.pilothouse.testbed.programs.ProgramSet;
import io.pilothouse.testbed.programs.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives tests a {@link ControlPlane} that is ready: one for all test classes of a JVM, ended after the last. A test that stops a part of it
 * starts it again.
 */
public final class ControlPlaneExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ControlPlaneExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ControlPlane.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Shared.class, _ -> Shared.started(), Shared.class)
                .plane();
    }

    /** Closed by JUnit together with the store that holds it. */
    private record Shared(ControlPlane plane, Path directory) implements AutoCloseable {

        static Shared started() {
            try {
                Programs programs = Programs.ofThisUser();
                programs.build(ProgramSet.CONTROL_PLANE, _ -> {});
                Path directory = Files.createTempDirectory("control-plane");
                Shared shared = new Shared(new ControlPlane(new ControlPlaneFiles(directory), programs), directory);
                shared.plane().startAndAwait();
                return shared;
            } catch (IOException | GeneralSecurityException | ProgramBuildException e) {
                throw new IllegalStateException("The control plane cannot be started", e);
            }
        }

        @Override
        public void close() throws IOException {
            plane.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
