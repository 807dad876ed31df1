package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.base.SettableClock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class RememberedPasswordsTest {

    private final AtomicInteger compared = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private final RememberedPasswords passwords = new RememberedPasswords(this::compare, clock);

    @Test
    void aRightPasswordIsComparedOnceInHalfAMinute() {
        assertThat(passwords.authenticate(attempt("dev", "right")).isAuthenticated())
                .isTrue();
        Authentication again = passwords.authenticate(attempt("dev", "right"));
        assertThat(again.getName()).isEqualTo("dev");
        assertThat(again.getCredentials()).isNull();
        assertThat(compared).hasValue(1);

        clock.moveOn(RememberedPasswords.KEPT);
        passwords.authenticate(attempt("dev", "right"));
        assertThat(compared).hasValue(2);
    }

    @Test
    void aWrongOneIsComparedEachTimeAndAnothersIsWrong() {
        passwords.authenticate(attempt("dev", "right"));
        for (int guess = 0; guess < 2; guess++) {
            assertThatThrownBy(() -> passwords.authenticate(attempt("dev", "wrong")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThat(compared).hasValue(3);
        passwords.authenticate(attempt("ops", "right"));
        assertThat(compared).hasValue(4);
    }

    private Authentication compare(Authentication attempt) {
        compared.incrementAndGet();
        if (!"right".equals(attempt.getCredentials())) {
            throw new BadCredentialsException("wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(attempt.getPrincipal()), null, List.of());
    }

    private static Authentication attempt(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }
}
