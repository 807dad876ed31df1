package io.pilothouse.testbed.controlplane;

import io.pilothouse.testbed.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keys and certificates for one run, made with what every JDK brings. */
final class KeyPairFiles {

    private static final int LINE = 64;

    private KeyPairFiles() {}

    /** A key and a certificate that vouches for itself, as PEM files. */
    record SelfSigned(Path key, Path certificate) {}

    /** A key that signs the tokens of service accounts. */
    static Path signingKey(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return SecretFiles.write(file, pem("PRIVATE KEY", key));
    }

    /**
     * @param name the certificate's common name
     * @param extensions as keytool's {@code -ext} wants them
     */
    static SelfSigned selfSigned(Path directory, String name, List<String> extensions)
            throws IOException, GeneralSecurityException {
        Path store = directory.resolve(name + ".p12");
        String password = UUID.randomUUID().toString();
        keytool(directory, store, name, extensions, password);
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            byte[] key = keys.getKey(name, password.toCharArray()).getEncoded();
            byte[] certificate = keys.getCertificate(name).getEncoded();
            return new SelfSigned(
                    SecretFiles.write(directory.resolve(name + ".key"), pem("PRIVATE KEY", key)),
                    SecretFiles.write(directory.resolve(name + ".crt"), pem("CERTIFICATE", certificate)));
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void keytool(Path directory, Path store, String name, List<String> extensions, String password)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-validity",
                "365",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "STORE_PASSWORD"));
        extensions.forEach(extension -> command.addAll(List.of("-ext", extension)));
        Path log = directory.resolve("keytool.log");
        try (ChildProcess keytool =
                ChildProcess.start("keytool", command, Map.of("STORE_PASSWORD", password), directory, log)) {
            if (keytool.exit().join() != 0) {
                throw new IOException("keytool failed: " + Files.readString(log));
            }
        }
    }

    private static String pem(String type, byte[] content) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
