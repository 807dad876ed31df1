package io.pilothouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The cases that RFC 7386 distinguishes. */
class MergePatchTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'a': 1}              | {'a': 1}              | {}",
                "{'a': 1}              | {'a': 2}              | {'a': 2}",
                "{'a': 1}              | {}                    | {'a': null}",
                "{'a': 1}              | {'a': null}           | {'a': null}",
                "{}                    | {'a': {}}             | {'a': {}}",
                "{'a': {'b': 1, 'c': 2}} | {'a': {'b': 3, 'c': 2}} | {'a': {'b': 3}}",
                "{'a': {'b': 1}}       | {'a': {}}             | {'a': {'b': null}}",
                "{'a': [1, 2]}         | {'a': [1, 3]}         | {'a': [1, 3]}",
                "{'a': [1]}            | {'a': {'b': 1}}       | {'a': {'b': 1}}"
            })
    void setsWhatDiffersAndTakesAwayWhatIsGone(String before, String after, String patch) {
        assertThat(MergePatch.between(object(before), object(after))).isEqualTo(object(patch));
    }

    private static Map<String, Object> object(String text) {
        return JsonMapper.shared().readValue(text.replace('\'', '"'), new TypeReference<>() {});
    }
}
