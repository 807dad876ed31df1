package io.pilothouse.access.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in, and how long an answer about rights is believed.
 *
 * @param users people who sign in by name and password
 * @param bootstrapGroups groups whose members may see the configured Kafka clusters as long as no API server has ever answered
 * @param reviewInterval how soon a right that was granted or taken away shows
 * @param reviewGrace how long the last answer holds while the API server cannot be asked
 */
@ConfigurationProperties("pilothouse.access")
record AccessProperties(
        @DefaultValue List<User> users,
        @DefaultValue Set<String> bootstrapGroups,
        @DefaultValue("5s") Duration reviewInterval,
        @DefaultValue("1h") Duration reviewGrace) {

    AccessProperties {
        users = List.copyOf(users);
        bootstrapGroups = Set.copyOf(bootstrapGroups);
        Set<String> names = new HashSet<>();
        for (User user : users) {
            if (!names.add(user.name())) {
                throw new IllegalArgumentException("pilothouse.access.users names '" + user.name() + "' twice");
            }
        }
    }

    /**
     * @param name as Kubernetes RBAC knows them
     * @param password a bcrypt hash, <code>{bcrypt}$2a$…</code>; never the password itself
     * @param groups as Kubernetes RBAC knows them
     */
    record User(String name, String password, @DefaultValue Set<String> groups) {

        private static final Pattern HASHED = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./0-9A-Za-z]{53}");

        User {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("pilothouse.access.users holds a user without a name");
            }
            if (password == null || !HASHED.matcher(password).matches()) {
                throw new IllegalArgumentException("pilothouse.access.users: the password of '" + name
                        + "' must be its bcrypt hash, {bcrypt}$2…, not the password itself");
            }
            groups = Set.copyOf(groups);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "User[name=" + name + ", groups=" + groups + "]";
        }
    }
}
