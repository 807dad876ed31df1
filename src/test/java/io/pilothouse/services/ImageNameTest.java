package io.pilothouse.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    private static final String DIGEST = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "registry.shop.example/orders:3.0.4, registry.shop.example/orders, registry.shop.example, 3.0.4, false",
        "localhost:5000/orders:latest, localhost:5000/orders, localhost:5000, latest, true",
        "registry:5000/team/orders, registry:5000/team/orders, registry:5000, , true",
        "nginx:1.31-alpine, nginx, , 1.31-alpine, false",
        "library/nginx, library/nginx, , , true"
    })
    void itIsTakenApart(String text, String repository, String registry, String tag, boolean mutable) {
        ImageName name = ImageName.of(text).orElseThrow();

        assertThat(name.repository()).isEqualTo(repository);
        assertThat(name.registry()).isEqualTo(Optional.ofNullable(registry));
        assertThat(name.tag()).isEqualTo(Optional.ofNullable(tag));
        assertThat(name.mutable()).isEqualTo(mutable);
    }

    @Test
    void aDigestNamesItForGood() {
        ImageName name =
                ImageName.of("registry.shop.example/orders:latest@" + DIGEST).orElseThrow();

        assertThat(name.digest()).contains(DIGEST);
        assertThat(name.mutable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "orders:", "registry.shop.example/Orders:1", "orders:a b", "orders@sha256:1"})
    void whatIsNoNameIsNone(String text) {
        assertThat(ImageName.of(text)).isEmpty();
    }
}
