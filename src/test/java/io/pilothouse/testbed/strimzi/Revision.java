package io.pilothouse.testbed.strimzi;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Short fingerprints by which a pod is told from what it should be. */
final class Revision {

    private Revision() {}

    /** Eight hexadecimal digits that change with the content. */
    static String of(Object content) {
        CRC32 checksum = new CRC32();
        checksum.update(Serialization.asJson(content).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
