package io.pilothouse.testbed.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that the control plane needs on disk, written before anything starts: keys, tokens, kubeconfigs, settings. */
public final class ControlPlaneFiles {

    private final Path directory;
    private final Addresses addresses;
    private final Map<Account, String> tokens = new EnumMap<>(Account.class);
    private final KeyPairFiles.SelfSigned server;
    private final KeyPairFiles.SelfSigned frontProxy;
    private final Path signingKey;

    /**
     * @param directory an empty folder that only the owner can enter
     */
    public ControlPlaneFiles(Path directory) throws IOException, GeneralSecurityException {
        this.directory = directory;
        this.addresses = Addresses.free();
        for (Account account : Account.values()) {
            tokens.put(account, UUID.randomUUID().toString());
        }
        server = KeyPairFiles.selfSigned(directory, "apiserver", List.of("SAN=ip:127.0.0.1,dns:localhost"));
        frontProxy = KeyPairFiles.selfSigned(
                directory,
                "front-proxy-client",
                List.of("BC=ca:true", "EKU=clientAuth", "KU=digitalSignature,keyCertSign"));
        signingKey = KeyPairFiles.signingKey(directory.resolve("service-accounts.key"));
        SecretFiles.write(directory.resolve("tokens.csv"), tokenLines());
        for (Account account : Account.values()) {
            SecretFiles.write(kubeconfig(account), kubeconfig(List.of(account)));
        }
        SecretFiles.write(kubeconfig(), kubeconfig(List.of(Account.OPS, Account.DEV)));
        SecretFiles.write(
                directory.resolve("prometheus.yaml"),
                resource("prometheus.yaml")
                        .replace("KUBECONFIG", kubeconfig(Account.ADMIN).toString())
                        .replace("CONSOLES", directory.resolve("consoles.json").toString())
                        .replace("TOKEN", token(Account.OPS)));
        Files.writeString(directory.resolve("audit.yaml"), resource("audit.yaml"));
    }

    /** Lets Prometheus scrape the console on this port of 127.0.0.1, in place of the one before. */
    public void consoleAt(int port) {
        try {
            Files.writeString(
                    directory.resolve("consoles.json"), "[{\"targets\": [\"127.0.0.1:%d\"]}]%n".formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    /** For people: contexts {@code ops} (current) and {@code dev}. */
    public Path kubeconfig() {
        return directory.resolve("kubeconfig");
    }

    /** For one account alone. */
    public Path kubeconfig(Account account) {
        return directory.resolve(account.user() + ".kubeconfig");
    }

    /** The API server's audit log: a JSON object a line, who did what. */
    public Path auditLog() {
        return directory.resolve("audit.log");
    }

    Path directory() {
        return directory;
    }

    KeyPairFiles.SelfSigned server() {
        return server;
    }

    KeyPairFiles.SelfSigned frontProxy() {
        return frontProxy;
    }

    Path signingKey() {
        return signingKey;
    }

    /** The bearer token of the account. */
    public String token(Account account) {
        return tokens.getOrDefault(account, "");
    }

    private String tokenLines() {
        return Arrays.stream(Account.values())
                .map(account ->
                        token(account) + "," + account.user() + "," + account.user() + ",\"" + account.group() + "\"\n")
                .collect(Collectors.joining());
    }

    private String kubeconfig(List<Account> accounts) throws IOException {
        String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(server.certificate()));
        String users = accounts.stream()
                .map(account -> "- {name: %s, user: {token: %s}}%n".formatted(account.user(), token(account)))
                .collect(Collectors.joining());
        String contexts = accounts.stream()
                .map(account ->
                        "- {name: %1$s, context: {cluster: pilothouse-local, user: %1$s}}%n".formatted(account.user()))
                .collect(Collectors.joining());
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - {name: pilothouse-local, cluster: {server: "%s", certificate-authority-data: %s}}
                users:
                %scontexts:
                %scurrent-context: %s
                """.formatted(
                        addresses.apiServerUrl(),
                        authority,
                        users,
                        contexts,
                        accounts.getFirst().user());
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ControlPlaneFiles.class.getResourceAsStream("/testbed/controlplane/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
