package io.pilothouse.benchmark;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long the console's server takes to open a page and to search in it, as the browser sees its requests on loopback: the sum of those
 * that go to the server for it, one after the other, without the browser's own work.
 */
final class PageTimes {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final int QUIET_MILLIS = 400;

    private final Page page;
    private final String url;
    private final List<Double> requests = new ArrayList<>();
    private int underWay;

    PageTimes(Page page, String url) {
        this.page = page;
        this.url = url;
        page.onRequest(request -> underWay += counts(request) ? 1 : 0);
        page.onRequestFailed(request -> underWay -= counts(request) ? 1 : 0);
        page.onRequestFinished(this::finished);
    }

    /**
     * Median and maximum of opening the page.
     *
     * @param row what a row of it shows
     */
    String opening(String path, String row) {
        return repeated(() -> serverTime(() -> {
            page.navigate(url + path);
            cell(row).waitFor();
        }));
    }

    /**
     * Median and maximum of the answers to words typed into the search field of the open page.
     *
     * @param words typed in turn, each with a row that they leave
     */
    String searching(List<String> words) {
        Locator search = page.locator("main .ph-search input").first();
        var turn = new Object() {
            private int next;
        };
        return repeated(() -> {
            String word = words.get(turn.next++ % words.size());
            return serverTime(() -> {
                search.fill(word);
                cell(word).waitFor();
            });
        });
    }

    private Locator cell(String text) {
        return page.locator("main vaadin-grid-cell-content")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first();
    }

    private double serverTime(Runnable action) {
        settle();
        requests.clear();
        action.run();
        settle();
        return requests.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Until nothing has been asked for a while, longer than the field waits for more letters. */
    private void settle() {
        int before;
        do {
            before = requests.size();
            page.waitForTimeout(QUIET_MILLIS);
        } while (underWay > 0 || requests.size() > before);
    }

    private static String repeated(Supplier<Double> measurement) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double time = measurement.get();
            if (round >= WARM_UP) {
                millis.add(time);
            }
        }
        millis.sort(null);
        return String.format(Locale.ROOT, "median %.0f ms, at most %.0f ms", millis.get(ROUNDS / 2), millis.getLast());
    }

    private void finished(Request request) {
        if (counts(request)) {
            underWay--;
            requests.add(request.timing().responseEnd - request.timing().requestStart);
        }
    }

    private static boolean counts(Request request) {
        return request.isNavigationRequest() || request.url().contains("?v-r=");
    }
}
