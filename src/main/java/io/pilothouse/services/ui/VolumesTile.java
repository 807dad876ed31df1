package io.pilothouse.services.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.fleet.Pod;
import io.pilothouse.fleet.Volume;
import io.pilothouse.fleet.Workload;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the pods of a service keep what outlives them. */
final class VolumesTile extends Tile {

    private VolumesTile(List<Volume> volumes) {
        super("Volumes");
        add(new Paragraph(VolumeWords.sum(volumes)));
        FactList facts = new FactList();
        facts.fact("Class", distinct(volumes.stream().flatMap(volume -> volume.storageClass().stream()), "none"));
        facts.fact("Can grow", distinct(volumes.stream().map(VolumeWords::growth), Formats.ABSENT));
        facts.fact("When deleted", distinct(volumes.stream().map(VolumeWords::fate), Formats.ABSENT));
        volumes.stream()
                .flatMap(volume -> VolumeWords.trouble(volume).stream())
                .forEach(trouble -> facts.fact("Not as it should be", trouble));
        add(facts);
    }

    /** Empty for a service without any. */
    static Stream<Tile> of(Workload service) {
        List<Volume> volumes =
                service.pods().stream().map(Pod::volumes).flatMap(List::stream).toList();
        return volumes.isEmpty() ? Stream.empty() : Stream.of(new VolumesTile(volumes));
    }

    private static String distinct(Stream<String> words, String none) {
        String joined = words.distinct().sorted().collect(Collectors.joining(", "));
        return joined.isEmpty() ? none : joined;
    }
}
