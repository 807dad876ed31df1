package io.pilothouse.testbed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs the local platform: its methods may take a {@link LocalPlatform} or a {@link RunningConsole}. There is one of each
 * for all test classes of a run; the first that wants it starts it, and it ends with the run. Tests leave it as they found it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPlatform.class)
public @interface UsesLocalPlatform {}
