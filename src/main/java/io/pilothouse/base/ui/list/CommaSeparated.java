package io.pilothouse.base.ui.list;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows as comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula is quoted with an apostrophe;
 * a value that is not known stays empty.
 */
final class CommaSeparated {

    private static final String END_OF_LINE = "\r\n";
    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private CommaSeparated() {}

    static <R> void write(List<ListColumn<R>> columns, List<R> rows, Appendable target) throws IOException {
        target.append(line(columns.stream().map(ListColumn::title).toList()));
        for (R row : rows) {
            target.append(
                    line(columns.stream().map(column -> column.export(row)).toList()));
        }
    }

    private static String line(List<String> values) {
        return values.stream().map(CommaSeparated::value).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    private static String value(String value) {
        boolean formula = !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        return safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
