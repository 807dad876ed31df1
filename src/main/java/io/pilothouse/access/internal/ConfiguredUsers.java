package io.pilothouse.access.internal;

import io.pilothouse.access.Person;
import io.pilothouse.access.internal.AccessProperties.User;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The users that the settings name. */
final class ConfiguredUsers implements UserDetailsService {

    private final Map<String, User> byName;

    ConfiguredUsers(AccessProperties properties) {
        this.byName =
                properties.users().stream().collect(Collectors.toUnmodifiableMap(User::name, Function.identity()));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(user -> new SignedIn(new Person(user.name(), user.groups()), user.password()))
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }
}
