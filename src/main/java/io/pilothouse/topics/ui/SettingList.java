package io.pilothouse.topics.ui;

import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.base.ui.list.ListColumn;
import io.pilothouse.base.ui.list.ListDefinition;
import io.pilothouse.base.ui.list.ListFilter;
import io.pilothouse.fleet.TopicSettings.Origin;
import io.pilothouse.fleet.TopicSettings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the list of a topic's settings looks like. */
final class SettingList {

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
                            .grows(2)
                            .sorted(Setting::name),
                    ListColumn.<Setting>text(
                                    "value",
                                    "Value",
                                    setting -> Cell.text(setting.value())
                                            .in(Cell.Tone.MONO)
                                            .hint(setting.value()))
                            .width(110)
                            .grows(2),
                    ListColumn.<Setting>text(
                                    "meaning",
                                    "That is",
                                    setting -> Cell.text(SettingWords.meaning(setting))
                                            .in(Cell.Tone.DIM))
                            .width(110)
                            .grows(2)
                            .from(600),
                    ListColumn.<Setting>text("origin", "Set", SettingList::origin)
                            .width(140)
                            .grows(1)
                            .sorted(Setting::origin)),
            List.of(ListFilter.of("origin", "Set", setting -> Stream.of(SettingWords.origin(setting.origin())))),
            setting -> setting.name() + " " + setting.value(),
            Comparator.comparing(Setting::origin).thenComparing(Setting::name),
            setting -> setting);

    private SettingList() {}

    private static Cell.Text origin(Setting setting) {
        Cell.Text origin = Cell.text(SettingWords.origin(setting.origin()));
        return setting.origin() == Origin.TOPIC ? origin : origin.in(Cell.Tone.DIM);
    }
}
