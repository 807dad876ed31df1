package io.pilothouse.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;

/** Somebody who shows a bearer token (RFC 6750) and nothing else. */
final class BearerToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private static final String SCHEME = "bearer ";

    /** Far beyond what any issuer of tokens makes. */
    private static final int LONGEST = 16_384;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String token;

    private BearerToken(String token) {
        super(List.of());
        this.token = token;
    }

    /**
     * The token of the header {@code Authorization}; null for one of another scheme, or none.
     *
     * @throws BadCredentialsException when what stands there cannot be a token
     */
    static @Nullable BearerToken of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        if (token.length() > LONGEST || !TOKEN.matcher(token).matches()) {
            throw new BadCredentialsException("Not a bearer token");
        }
        return new BearerToken(token);
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public String getPrincipal() {
        return "bearer of a token";
    }
}
