package io.pilothouse.access.ui;

import io.pilothouse.access.VisibleFleet;
import java.util.stream.Stream;

/** A feature's objects, offered to the palette. */
public interface Findable {

    /** All of them that a person may see. Asked at each keystroke: it must be quick and keep nothing. */
    Stream<Found> in(VisibleFleet fleet);
}
