package io.pilothouse.testbed.controlplane;

/** Who may speak to the API server. What each may do is decided by RBAC alone, in {@code accounts.yaml} and the Helm chart. */
public enum Account {
    /** The platform itself: the group {@code system:masters} passes RBAC by. */
    ADMIN("admin", "system:masters"),
    /** A member of the platform team, who may do everything. */
    OPS("ops", "platform-team"),
    /** A developer, who may read the namespace {@code shop} and nothing else. */
    DEV("dev", "shop-developers"),
    /** The console's own account, with the rules of the Helm chart. */
    CONSOLE("pilothouse-console", "pilothouse");

    private final String user;
    private final String group;

    Account(String user, String group) {
        this.user = user;
        this.group = group;
    }

    public String user() {
        return user;
    }

    public String group() {
        return group;
    }
}
