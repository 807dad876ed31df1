package io.pilothouse.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.access.Person;
import io.pilothouse.access.spi.TokenReviews;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.base.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

class BearerSignInTest {

    private static final Person DEV = new Person("dev", Set.of("shop-developers"));

    private final ScriptedTokens tokens = new ScriptedTokens();
    private final SettableClock clock = new SettableClock();
    private final BearerSignIn signIn = new BearerSignIn(tokens, clock);

    @Test
    void whoKubernetesKnowsIsSignedInAsKubernetesKnowsThem() {
        tokens.accepted = Optional.of(DEV);
        Authentication signedIn = signIn.authenticate(token("good"));
        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getPrincipal())
                .isInstanceOfSatisfying(
                        SignedIn.class, person -> assertThat(person.person()).isEqualTo(DEV));
        assertThat(signedIn.toString() + signedIn.getPrincipal()).doesNotContain("good");
    }

    @Test
    void anAcceptedTokenIsAskedForOnceInHalfAMinute() {
        tokens.accepted = Optional.of(DEV);
        signIn.authenticate(token("good"));
        tokens.accepted = Optional.empty();
        signIn.authenticate(token("good"));
        assertThat(tokens.asked).containsExactly("good");

        clock.moveOn(BearerSignIn.ACCEPTED);
        assertThatThrownBy(() -> signIn.authenticate(token("good"))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void aRefusedTokenIsTakenOnceItIsValid() {
        assertThatThrownBy(() -> signIn.authenticate(token("new"))).isInstanceOf(BadCredentialsException.class);
        tokens.accepted = Optional.of(DEV);
        assertThatThrownBy(() -> signIn.authenticate(token("new"))).isInstanceOf(BadCredentialsException.class);
        assertThat(tokens.asked).containsExactly("new");

        clock.moveOn(BearerSignIn.REFUSED);
        assertThat(signIn.authenticate(token("new")).isAuthenticated()).isTrue();
    }

    @Test
    void withoutAnAnswerNobodyIsRefusedForGood() {
        tokens.gone = true;
        assertThatThrownBy(() -> signIn.authenticate(token("good"))).isInstanceOf(AuthenticationServiceException.class);
        tokens.gone = false;
        tokens.accepted = Optional.of(DEV);
        assertThat(signIn.authenticate(token("good")).isAuthenticated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer a b", "bearer \u00e4", "Bearer \"x\""})
    void whatCannotBeATokenIsNotAskedFor(String header) {
        assertThatThrownBy(() -> BearerToken.of(request(header))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void otherSchemesAreLeftAlone() {
        assertThat(BearerToken.of(request("Basic ZGV2OmRlbW8="))).isNull();
        assertThat(BearerToken.of(new MockHttpServletRequest())).isNull();
    }

    private static Authentication token(String token) {
        return Objects.requireNonNull(BearerToken.of(request("Bearer " + token)));
    }

    private static MockHttpServletRequest request(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(HttpHeaders.AUTHORIZATION, header);
        return request;
    }

    /** Knows whom to take for whom, and what it was asked. */
    private final class ScriptedTokens implements TokenReviews {
        private final List<String> asked = new ArrayList<>();
        private Optional<Person> accepted = Optional.empty();
        private boolean gone;

        @Override
        public Optional<Person> bearer(String token) throws Undecided {
            asked.add(token);
            if (gone) {
                throw new Undecided(
                        new Failure(Failure.Kind.UNREACHABLE, "Kubernetes is gone", "", "", "", clock.instant()));
            }
            return accepted;
        }
    }
}
