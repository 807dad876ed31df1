package io.pilothouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept is as it was; all else is as it was edited. */
class KeptFieldsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'a': 1, 'b': 1}           | {'a': 2, 'b': 2}           | a         | {'a': 1, 'b': 2}",
                "{'b': 1}                   | {'a': 2, 'b': 2}           | a         | {'b': 2}",
                "{'a': {'b': 1, 'c': 1}}    | {'a': {'c': 2}}            | a.b       | {'a': {'c': 2, 'b': 1}}",
                "{'a': {'b': 1}, 'c': 1}    | {'c': 2}                   | a.b       | {'a': {'b': 1}, 'c': 2}",
                "{'a': {'b': 1}, 'c': 1}    | {'c': 2}                   | c         | {'c': 1}",
                "{'l': [{'name': 'x', 'v': 1}, {'name': 'y', 'v': 1}]} | {'l': [{'name': 'y', 'v': 2}, {'name': 'x', 'v': 2}]} | l[x].v | {'l': [{'name': 'y', 'v': 2}, {'name': 'x', 'v': 1}]}"
            })
    void onlyTheseAreAsBefore(String before, String edited, String path, String expected) {
        assertThat(KeptFields.of(object(before), object(edited), Set.of(path))).isEqualTo(object(expected));
    }

    private static Map<String, Object> object(String text) {
        return JsonMapper.shared().readValue(text.replace('\'', '"'), new TypeReference<>() {});
    }
}
