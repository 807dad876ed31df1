package io.pilothouse.change.ui;

/** The addresses of the pages of changes, relative to the console's. */
public final class ChangesNavigation {

    static final String LIST = "changes";

    private ChangesNavigation() {}

    /** All changes. */
    public static String list() {
        return LIST;
    }

    /** One change. */
    public static String details(String id) {
        return LIST + "/" + id;
    }
}
