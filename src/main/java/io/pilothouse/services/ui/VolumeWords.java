package io.pilothouse.services.ui;

import io.pilothouse.base.ByteSize;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.list.Cell;
import io.pilothouse.fleet.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How persistent volumes are put into words. */
final class VolumeWords {

    private VolumeWords() {}

    /** What a pod has: "10.7 GB"; what is wrong with them stands out. */
    static Cell.Text cell(List<Volume> volumes) {
        if (volumes.isEmpty()) {
            return Cell.absent("It has no persistent volume.");
        }
        Cell.Text text = Cell.text(size(volumes).map(VolumeWords::bytes).orElse(phases(volumes)))
                .hint(volumes.stream().map(VolumeWords::inWords).collect(Collectors.joining("\n")));
        return volumes.stream().anyMatch(volume -> trouble(volume).isPresent()) ? text.in(Cell.Tone.WARNING) : text;
    }

    /** "3 volumes, 32.2 GB in all". */
    static String sum(List<Volume> volumes) {
        String count = Formats.counted(volumes.size(), "volume");
        return size(volumes)
                .map(size -> count + ", " + bytes(size) + (volumes.size() == 1 ? "." : " in all."))
                .orElse(count + ", not all of them bound.");
    }

    /** Bytes of all of them; empty unless each is bound. */
    static Optional<ByteSize> size(List<Volume> volumes) {
        List<ByteSize> sizes =
                volumes.stream().flatMap(volume -> volume.size().stream()).toList();
        return sizes.size() == volumes.size() ? sizes.stream().reduce(ByteSize::plus) : Optional.empty();
    }

    /** Whether it may grow: "yes", "no", or that nobody knows. */
    static String growth(Volume volume) {
        return volume.expandable().map(can -> can ? "yes" : "no").orElse(Formats.ABSENT);
    }

    /** What becomes of the data when its claim is deleted. */
    static String fate(Volume volume) {
        return volume.kept()
                .map(kept -> kept ? "data is kept" : "data is deleted")
                .orElse(Formats.ABSENT);
    }

    /** What is wrong with it, or what it waits for. */
    static Optional<String> trouble(Volume volume) {
        String claim = "claim " + volume.claim();
        return switch (volume.phase()) {
            case PENDING -> Optional.of(claim + " waits for a volume");
            case LOST -> Optional.of(claim + " has lost its volume, and the data with it");
            case UNKNOWN -> Optional.of(claim + " is not known: there is none, or the console may not list claims");
            case BOUND -> volume.resizing().map(waits -> claim + " grows: " + waits);
        };
    }

    private static String inWords(Volume volume) {
        return volume.name() + ": " + volume.claim()
                + volume.size().map(size -> ", " + bytes(size)).orElse("")
                + volume.storageClass().map(name -> ", class " + name).orElse("")
                + trouble(volume).map(words -> "; " + words).orElse("");
    }

    private static String phases(List<Volume> volumes) {
        return volumes.stream()
                .map(volume -> volume.phase().name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String bytes(ByteSize size) {
        return Formats.bytes(size.bytes());
    }
}
