package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person as Spring Security holds them in the session. Their rights are not among its authorities: Kubernetes is asked for those. */
final class SignedIn implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final Person person;
    private @Nullable String password;

    SignedIn(Person person, String password) {
        this.person = person;
        this.password = password;
    }

    Person person() {
        return person;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_USER"));
    }

    /** The hash; null once it was compared. */
    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return person.name();
    }

    @Override
    public void eraseCredentials() {
        password = null;
    }
}
