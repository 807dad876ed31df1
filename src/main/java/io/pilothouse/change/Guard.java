package io.pilothouse.change;

import java.util.List;

/** Looks at changes before they happen. Pure: reads what it is given and nothing else. */
public interface Guard {

    /** What it finds; nothing for changes that are none of its business. */
    List<Check> look(Change change, Situation situation);
}
