package io.pilothouse.access.internal;

import io.pilothouse.access.CurrentPerson;
import io.pilothouse.access.Person;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The person whom Spring Security holds for the calling thread. */
@Component
class SessionPerson implements CurrentPerson {

    private final SecurityContextHolderStrategy holders;

    SessionPerson(SecurityContextHolderStrategy holders) {
        this.holders = holders;
    }

    @Override
    public Person get() {
        return Optional.ofNullable(holders.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast)
                .map(SignedIn::person)
                .orElseThrow(() -> new IllegalStateException("This thread serves no signed-in person"));
    }
}
