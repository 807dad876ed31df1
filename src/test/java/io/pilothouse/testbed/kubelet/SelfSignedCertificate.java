package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 that nobody trusts, made by the JDK's own keytool. */
final class SelfSignedCertificate {

    private static final int KEYTOOL_SECONDS = 30;

    private SelfSignedCertificate() {}

    /**
     * @param directory where the key store is written
     * @throws IOException if keytool fails or takes longer than 30 s
     */
    static SSLContext create(Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("kubelet.p12");
        String password = UUID.randomUUID().toString();
        generate(file, password);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The kubelet's key store cannot be used: " + e.getMessage(), e);
        }
    }

    private static void generate(Path file, String password) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ProcessBuilder builder = new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "kubelet",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:env",
                "KUBELET_STORE_PASSWORD");
        builder.environment().put("KUBELET_STORE_PASSWORD", password);
        Path output = file.resolveSibling("keytool.log");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("keytool did not end within " + KEYTOOL_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("keytool failed: " + Files.readString(output));
        }
    }
}
