package io.pilothouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"250m, 0.25", "1.5, 1.5", ".5, 0.5", "512Mi, 536870912", "1G, 1000000000", "0, 0"})
    void itIsANumber(String written, BigDecimal number) {
        assertThat(Quantity.of(written))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-1", "512MB", "1 Gi", "1e3"})
    void whatIsNoneIsNone(String written) {
        assertThat(Quantity.of(written)).isEmpty();
    }
}
