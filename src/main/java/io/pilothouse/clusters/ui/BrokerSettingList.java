package io.pilothouse.clusters.ui;

import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.BrokerSettings.Origin;
import io.pilothouse.fleet.BrokerSettings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the list of a broker's settings looks like. */
final class BrokerSettingList {

    static final ListDefinition<Setting> DEFINITION = new ListDefinition<>(
            "settings",
            Setting::name,
            List.of(
                    ListColumn.<Setting>text(
                                    "name",
                                    "Setting",
                                    setting -> Cell.text(setting.name())
                                            .in(Cell.Tone.MONO)
                                            .hint(setting.name()))
                            .width(170)
                            .grows(3)
                            .sorted(Setting::name),
                    ListColumn.<Setting>text("value", "Value", BrokerSettingList::value)
                            .width(120)
                            .grows(3),
                    ListColumn.<Setting>text("origin", "Set", BrokerSettingList::origin)
                            .width(140)
                            .grows(1)
                            .sorted(Setting::origin),
                    ListColumn.<Setting>text("change", "To change it", BrokerSettingList::change)
                            .width(140)
                            .grows(1)
                            .from(900)
                            .sorted(Setting::needsRestart)),
            List.of(
                    ListFilter.of("origin", "Set", setting -> Stream.of(origin(setting.origin()))),
                    ListFilter.of(
                            "change",
                            "To change it",
                            setting -> Stream.of(change(setting).text()))),
            setting -> setting.name() + " " + setting.value().orElse(""),
            Comparator.comparing(Setting::origin).thenComparing(Setting::name),
            setting -> setting);

    private BrokerSettingList() {}

    private static Cell.Text value(Setting setting) {
        if (setting.secret()) {
            return Cell.text("secret").in(Cell.Tone.DIM).hint("Brokers do not tell it.");
        }
        return setting.value()
                .filter(value -> !value.isEmpty())
                .map(value -> Cell.text(value).in(Cell.Tone.MONO).hint(value))
                .orElseGet(() -> Cell.text("not set").in(Cell.Tone.DIM));
    }

    private static Cell.Text origin(Setting setting) {
        Cell.Text text = Cell.text(origin(setting.origin()));
        return setting.origin() == Origin.DEFAULT ? text.in(Cell.Tone.DIM) : text;
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case BROKER -> "on this broker";
            case CLUSTER -> "on all brokers";
            case FILE -> "in its file";
            case DEFAULT -> "by default";
        };
    }

    private static Cell.Text change(Setting setting) {
        return Cell.text(setting.needsRestart() ? "takes a restart" : "at once").in(Cell.Tone.DIM);
    }
}
