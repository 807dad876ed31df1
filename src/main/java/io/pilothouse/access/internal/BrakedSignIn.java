package io.pilothouse.access.internal;

import java.util.Locale;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Sign-in that says the same for a wrong name, a wrong password and a try that came too soon. */
final class BrakedSignIn implements AuthenticationManager {

    private final AuthenticationManager signIn;
    private final GuessingBrake brake;

    BrakedSignIn(AuthenticationManager signIn, GuessingBrake brake) {
        this.signIn = signIn;
        this.brake = brake;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        GuessingBrake.Guesser guesser = guesser(attempt);
        if (brake.mustWait(guesser)) {
            throw new BadCredentialsException("Too many wrong passwords");
        }
        try {
            Authentication signedIn = signIn.authenticate(attempt);
            brake.right(guesser);
            return signedIn;
        } catch (BadCredentialsException e) {
            brake.wrong(guesser);
            throw e;
        }
    }

    private static GuessingBrake.Guesser guesser(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return new GuessingBrake.Guesser(attempt.getName().toLowerCase(Locale.ROOT), address);
    }
}
