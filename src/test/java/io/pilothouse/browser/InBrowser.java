package io.pilothouse.browser;

import io.pilothouse.testbed.UsesLocalPlatform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class that drives a browser: its methods may take a {@link SharedBrowser}. Skipped, with the reason, where no Chromium is found. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@UsesLocalPlatform
@ExtendWith(BrowserExtension.class)
@interface InBrowser {}
