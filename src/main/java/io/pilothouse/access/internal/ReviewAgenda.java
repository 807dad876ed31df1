package io.pilothouse.access.internal;

import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Sight;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which places a review asks about one person. What was allowed is asked again each time, so that a right taken away shows at once. Of what
 * was refused only {@value #REFUSED_A_ROUND} are asked again each time, in turns: with hundreds of namespaces a new right may take some rounds
 * to show, but nobody costs thousands of questions all the time.
 *
 * @param before what the person may see by the review before this one
 * @param known the namespaces that review was about
 * @param present the namespaces that there are now
 * @param round counts the reviews of this person
 */
record ReviewAgenda(Sight before, Set<String> known, Set<String> present, int round) {

    static final int REFUSED_A_ROUND = 200;

    /** A kind in a namespace. */
    record Place(ReadableKind kind, String namespace) {}

    /** Where to ask for these kinds. */
    List<Place> places(Collection<ReadableKind> kinds) {
        List<Place> all = present.stream()
                .sorted()
                .flatMap(namespace -> kinds.stream().map(kind -> new Place(kind, namespace)))
                .toList();
        List<Place> refused = all.stream().filter(this::wasRefused).toList();
        return Stream.concat(all.stream().filter(place -> !wasRefused(place)), turn(refused))
                .toList();
    }

    private boolean wasRefused(Place place) {
        return known.contains(place.namespace()) && !before.sees(place.kind(), place.namespace());
    }

    private Stream<Place> turn(List<Place> refused) {
        int begin = refused.isEmpty() ? 0 : Math.floorMod((long) round * REFUSED_A_ROUND, refused.size());
        return Stream.concat(refused.stream().skip(begin), refused.stream().limit(begin))
                .limit(REFUSED_A_ROUND);
    }
}
