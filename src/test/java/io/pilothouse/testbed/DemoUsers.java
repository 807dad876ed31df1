package io.pilothouse.testbed;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The two people of the demo.
 *
 * @param opsPassword of the platform team's {@code ops}, who may do everything
 * @param devPassword of {@code dev}, who may read the namespace {@code shop}
 */
record DemoUsers(String opsPassword, String devPassword) {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    /** Both with the given password, or each with a random one. */
    static DemoUsers with(Optional<String> password) {
        return new DemoUsers(password.orElseGet(DemoUsers::random), password.orElseGet(DemoUsers::random));
    }

    /** As the console's settings want them: hashed. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.addAll(user(0, "ops", opsPassword, "platform-team"));
        settings.addAll(user(1, "dev", devPassword, "shop-developers"));
        return settings;
    }

    private static List<String> user(int index, String name, String password, String group) {
        String key = "--pilothouse.access.users[" + index + "].";
        return List.of(
                key + "name=" + name,
                key + "password={bcrypt}" + new BCryptPasswordEncoder().encode(password),
                key + "groups[0]=" + group);
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(index -> String.valueOf(CHARACTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
