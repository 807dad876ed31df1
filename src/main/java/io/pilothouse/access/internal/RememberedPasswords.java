package io.pilothouse.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Does not have a right password compared again within half a minute: bcrypt is slow by design, and a program sends the password with each request.
 * Only right ones are remembered, as hashes with a salt that ends with the process.
 */
final class RememberedPasswords implements AuthenticationManager {

    static final Duration KEPT = Duration.ofSeconds(30);

    private record Kept(String hash, Authentication signedIn, Instant until) {}

    private final AuthenticationManager signIn;
    private final Clock clock;
    private final byte[] salt = new byte[32];

    /** By name, of users that exist. */
    private final Map<String, Kept> right = new ConcurrentHashMap<>();

    RememberedPasswords(AuthenticationManager signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String hash = hash(String.valueOf(attempt.getCredentials()));
        Authentication signedIn = Optional.ofNullable(right.get(attempt.getName()))
                .filter(kept -> kept.hash().equals(hash))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::signedIn)
                .orElseGet(() -> compared(attempt, hash));
        UsernamePasswordAuthenticationToken answer = UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(signedIn.getPrincipal()), null, signedIn.getAuthorities());
        answer.setDetails(attempt.getDetails());
        return answer;
    }

    private Authentication compared(Authentication attempt, String hash) {
        Authentication signedIn = signIn.authenticate(attempt);
        right.put(attempt.getName(), new Kept(hash, signedIn, clock.instant().plus(KEPT)));
        return signedIn;
    }

    private String hash(String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
