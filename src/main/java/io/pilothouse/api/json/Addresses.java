package io.pilothouse.api.json;

/** The addresses of objects in this API: those of their pages, below {@value #BASE}. */
public final class Addresses {

    public static final String BASE = "/api/v1";

    private Addresses() {}

    /** @param page the address of its page, relative to the console's */
    public static String of(String page) {
        return BASE + "/" + page;
    }
}
