package io.pilothouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.api.json.PageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class ListingTest {

    private static final Listing<String> LISTING = new Listing<>(
            "things",
            thing -> thing,
            thing -> thing + " of somebody",
            Map.of("namespace", thing -> Stream.of(thing.substring(0, 1)), "state", _ -> Stream.of("healthy")));

    @Test
    void pagesGoOnWhereTheLastOneEndedWhateverHappensMeanwhile() {
        List<String> things = new ArrayList<>(
                IntStream.range(0, 10).mapToObj(number -> "a" + number).toList());
        PageJson<String> first = page(things, "/api/v1/things?limit=4");
        assertThat(first.items()).containsExactly("a0", "a1", "a2", "a3");
        assertThat(first.total()).isEqualTo(10);

        things.removeAll(List.of("a1", "a3"));
        things.add("a00");
        PageJson<String> second = page(things, next(first));
        assertThat(second.items()).containsExactly("a4", "a5", "a6", "a7");
        PageJson<String> third = page(things, next(second));
        assertThat(third.items()).containsExactly("a8", "a9");
        assertThat(third.next()).isNull();
    }

    @Test
    void theFollowingPageHasTheSameFiltersHoweverTheyAreWritten() {
        List<String> things = List.of("a1 + b&c", "a2 + b&c", "b1 + b&c", "c1");
        PageJson<String> first = page(things, "/api/v1/things?q=%2B%20B%26C&namespace=a,b&state=healthy&limit=2");
        assertThat(first.items()).containsExactly("a1 + b&c", "a2 + b&c");
        assertThat(page(things, next(first)).items()).containsExactly("b1 + b&c");
    }

    @Test
    void anythingPassesAFilterThatIsEmpty() {
        assertThat(page(List.of("a1", "b1"), "/api/v1/things?namespace=&q=").total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, from 1 to 500",
        "limit=501, from 1 to 500",
        "limit=ten, from 1 to 500",
        "after=***, field next",
        "state=broken, failing",
        "namespaces=shop, 'q, limit, after, namespace, state'"
    })
    void whatCannotBeUnderstoodIsSaid(String parameter, String remedy) {
        assertThatThrownBy(() -> page(List.of(), "/api/v1/things?" + parameter))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(remedy);
    }

    private static String next(PageJson<String> page) {
        return Optional.ofNullable(page.next()).orElseThrow();
    }

    private static PageJson<String> page(List<String> things, String address) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(
                        name, UriUtils.decode(Optional.ofNullable(value).orElse(""), "UTF-8"))));
        return LISTING.page(things.stream(), LISTING.query(parameters), thing -> thing, Stream.empty());
    }
}
