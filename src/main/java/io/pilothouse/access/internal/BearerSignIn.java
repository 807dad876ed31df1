package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.spi.TokenReviews;
import io.pilothouse.access.spi.Undecided;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Signs in who shows a bearer token that Kubernetes accepts. Answers are kept for seconds by the token's hash, so that a program that asks often
 * costs the API server little; only a few tokens are reviewed at once, so that one who tries many costs it little too.
 */
final class BearerSignIn implements AuthenticationManager {

    /** So long a token that was withdrawn is still taken. */
    static final Duration ACCEPTED = Duration.ofSeconds(30);

    /** So long one that has just become valid is still refused. */
    static final Duration REFUSED = Duration.ofSeconds(10);

    private static final int AT_ONCE = 8;
    private static final int MOST = 10_000;

    private record Kept(Optional<Person> person, Instant until) {}

    private final TokenReviews reviews;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, Kept> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    BearerSignIn(TokenReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String token = String.valueOf(attempt.getCredentials());
        String hash = hash(token);
        SignedIn signedIn = kept(hash)
                .orElseGet(() -> reviewed(token, hash))
                .map(person -> new SignedIn(person, ""))
                .orElseThrow(() -> new BadCredentialsException("Kubernetes does not accept the token"));
        signedIn.eraseCredentials();
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
    }

    private Optional<Person> reviewed(String token, String hash) {
        if (!places.tryAcquire()) {
            throw new AuthenticationServiceException("Too many tokens are being reviewed");
        }
        try {
            Optional<Person> person = reviews.bearer(token);
            keep(hash, person);
            return person;
        } catch (Undecided e) {
            throw new AuthenticationServiceException(e.failure().summary(), e);
        } finally {
            places.release();
        }
    }

    private synchronized Optional<Optional<Person>> kept(String hash) {
        return Optional.ofNullable(answers.get(hash))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::person);
    }

    private synchronized void keep(String hash, Optional<Person> person) {
        answers.remove(hash);
        answers.put(hash, new Kept(person, clock.instant().plus(person.isPresent() ? ACCEPTED : REFUSED)));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
