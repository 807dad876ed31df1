package io.pilothouse.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void takesNamesAndAddressesOfBothKinds() {
        assertThat(Address.all("kafka:9092, 10.0.0.1:9093,[2001:db8::1]:9094"))
                .containsExactly(
                        new Address("kafka", 9092), new Address("10.0.0.1", 9093), new Address("2001:db8::1", 9094));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka:9092", "[2001:db8::1]:9094"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Address.parse(text)).map(Address::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kafka",
                "kafka:",
                ":9092",
                "kafka:0",
                "kafka:65536",
                "::1:9092",
                "http://kafka:9092",
                "a b:1"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }
}
