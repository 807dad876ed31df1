package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.Source;
import java.util.Optional;

/** Tells of sources that are not there yet because somebody is setting them up beside the console, as the demo does. */
public interface Preparations {

    /** What is being done for the source just now, in words with its progress; empty when nothing is under way. */
    Optional<String> underWay(Source source);
}
