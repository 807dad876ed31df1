package io.pilothouse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.pilothouse.testbed.RunningConsole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium. */
public final class SharedBrowser implements AutoCloseable {

    /** A usual window's width, in pixels. */
    public static final int WIDE = 1440;

    /** How long what is awaited on a page may take on a machine that runs tests, brokers and a browser on two cores. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final int NARROW = 390;
    static final int HEIGHT = 900;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private SharedBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The Chromium of this machine: the one that the variable CHROMIUM names, else the first on the path. */
    static Optional<Path> executable() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    /** Starts one; the caller closes it. */
    public static SharedBrowser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new SharedBrowser(playwright, browser);
    }

    /** A page of a new visitor, in light colours and wide. */
    Page visitor() {
        return visitor(WIDE, ColorScheme.LIGHT);
    }

    /** A page of a new visitor; closing its context ends the visit. */
    Page visitor(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(scheme));
        return context.newPage();
    }

    /** A page of somebody who has just signed in, on the overview. */
    Page signedIn(RunningConsole console, String user, int width, ColorScheme scheme) {
        return signedIn(console.url(), user, width, scheme);
    }

    /** The same for a console at an address. */
    public Page signedIn(String console, String user, int width, ColorScheme scheme) {
        Page page = visitor(width, scheme);
        signIn(page, console, user);
        return page;
    }

    /** Signs in at the console of an address, and waits for the overview. */
    static void signIn(Page page, String console, String user) {
        page.navigate(console + "/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(RunningConsole.PASSWORD);
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.locator("h1").first().waitFor();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
