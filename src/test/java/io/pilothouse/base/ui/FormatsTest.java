package io.pilothouse.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void aNameFromRightToLeftIsIsolatedFromWhatStandsAroundIt() {
        assertThat(Formats.name("طلبات")).isEqualTo("\u2068طلبات\u2069");
        assertThat(Formats.name("orders-7")).isEqualTo("orders-7");
    }
}
