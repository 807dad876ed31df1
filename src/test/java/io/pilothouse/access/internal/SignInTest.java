package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.Pilothouse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real application, asked over HTTP as a browser would, with no platform behind it. */
@SpringBootTest(classes = Pilothouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {

    private static final String PASSWORD = "seven seas";
    private static final List<String> USERS = List.of("ops", "dev", "guessed", "guessed-by-program");
    private static final String SESSION = "JSESSIONID";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private final int port;

    SignInTest(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
        for (int user = 0; user < USERS.size(); user++) {
            String key = "pilothouse.access.users[" + user + "].";
            String name = USERS.get(user);
            registry.add(key + "name", () -> name);
            registry.add(key + "password", () -> hash);
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/services", "/services/shop/deployment/orders", "/clusters/kafka/main", "/no/such/page"})
    void nobodySeesAPageBeforeSigningIn(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/icon.svg", "/styles.css", "/aura/aura.css"})
    void theSignInPageAndWhatItIsMadeOfAreThereForAll(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void signingInGivesAnotherSessionAndLeadsToWhereOneWantedToGo() throws Exception {
        get("/clusters");
        String before = session();
        HttpResponse<String> answer = signIn("ops", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).contains("/clusters");
        assertThat(session()).isNotEqualTo(before);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains(SESSION, "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Secure"));
    }

    @Test
    void behindAProxyWithHttpsTheCookieNeverGoesOverPlainHttp() throws Exception {
        HttpResponse<String> answer = send(request("/").header("X-Forwarded-Proto", "https"));
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
        String known = location(signIn("dev", "wrong"));
        String unknown = location(signIn("nobody", "wrong"));
        assertThat(known).endsWith("/login?error").isEqualTo(unknown);
        assertThat(get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void whoGuessesIsHeldUpEvenWithTheRightPassword() throws Exception {
        for (int guess = 0; guess <= GuessingBrake.FREE + 2; guess++) {
            signIn("guessed", "wrong " + guess);
        }
        assertThat(location(signIn("guessed", PASSWORD))).endsWith("/login?error");
        assertThat(location(signIn("ops", PASSWORD))).doesNotContain("error");
    }

    @Test
    void aProgramThatGuessesIsHeldUpThereAndAtTheForm() throws Exception {
        assertThat(asProgram("ops", PASSWORD).statusCode()).isNotEqualTo(401);
        for (int guess = 0; guess < GuessingBrake.FREE; guess++) {
            assertThat(asProgram("guessed-by-program", "wrong " + guess).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> refusal = asProgram("guessed-by-program", PASSWORD);
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.body()).isEqualTo(asProgram("nobody", "wrong").body());
        assertThat(location(signIn("guessed-by-program", PASSWORD))).endsWith("/login?error");
    }

    @Test
    void aProgramHasNoSessionAndAPersonsSessionIsNotTheirs() throws Exception {
        signIn("ops", PASSWORD);
        HttpResponse<String> withCookie = get("/api/v1/services");
        assertThat(withCookie.statusCode()).isEqualTo(401);
        assertThat(asProgram("ops", PASSWORD).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void pagesCannotBeFramedSniffedOrLeakWhereOneWas() throws Exception {
        var headers = get("/login").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).contains("frame-ancestors 'none'", "base-uri 'self'"));
    }

    @Test
    void signingOutNeedsTheTokenOfThePage() throws Exception {
        signIn("ops", PASSWORD);
        HttpResponse<String> forged = send(request("/logout").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        String form = "username=" + name + "&password=" + password.replace(" ", "+");
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> asProgram(String name, String password) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/services")
                .setHeader("Accept", "application/json")
                .header("Authorization", "Basic " + credentials));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
