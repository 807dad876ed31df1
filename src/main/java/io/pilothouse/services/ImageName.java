package io.pilothouse.services;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image, taken apart as the "reference" of the Distribution project's grammar.
 *
 * @param repository with its registry, where it names one: {@code registry.shop.example/orders}
 * @param tag empty where none is named, which means {@code latest}
 * @param digest of its content, like {@code sha256:…}, where it is named by one
 */
public record ImageName(String repository, Optional<String> tag, Optional<String> digest) {

    private static final Pattern NAME = Pattern.compile(
            "(?<repository>[A-Za-z0-9][A-Za-z0-9.-]*(?::\\d+(?=/))?(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)*)"
                    + "(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[a-fA-F0-9]{32,}))?");

    /** Empty for what is no name of an image. */
    public static Optional<ImageName> of(String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.matches()
                ? Optional.of(new ImageName(
                        matcher.group("repository"),
                        Optional.ofNullable(matcher.group("tag")),
                        Optional.ofNullable(matcher.group("digest"))))
                : Optional.empty();
    }

    /** The host it is pulled from; empty for the default of the node's container runtime. */
    public Optional<String> registry() {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost")
                ? Optional.of(first)
                : Optional.empty();
    }

    /** Whether what it names may be another image tomorrow. */
    public boolean mutable() {
        return digest.isEmpty() && tag.filter(name -> !name.equals("latest")).isEmpty();
    }
}
