package io.pilothouse.api;

import io.pilothouse.change.Basis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A basis as text that programs keep between preview and change: so the console need not, and can tell them what has changed since. */
final class BasisText {

    /** More than the fields of any object that etcd takes. */
    private static final int MOST = 4 << 20;

    private BasisText() {}

    static String of(Basis basis) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DeflaterOutputStream small = new DeflaterOutputStream(text)) {
            small.write(JsonMapper.shared().writeValueAsBytes(basis));
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toByteArray());
    }

    /** @throws Refusal when it is no basis */
    static Basis read(String text) {
        try (InflaterInputStream large = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            return JsonMapper.shared().readValue(large.readNBytes(MOST), Basis.class);
        } catch (IllegalArgumentException | IOException | JacksonException | NullPointerException e) {
            throw Refusal.parameter("basis", "It is taken from the field basis of a preview.");
        }
    }
}
