package io.pilothouse.api.json;

import java.util.Locale;

/** How constants are written in JSON, in addresses and in filters. */
public final class Words {

    private Words() {}

    /** In lower case, with hyphens: {@code under-replicated}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
