package io.pilothouse.access.ui;

import io.pilothouse.base.HealthState;
import java.util.Optional;

/**
 * Something that people can go to.
 *
 * @param kind what it is, as "Deployment"
 * @param name what it is called
 * @param where what tells it from others of that name, as its namespace; may be empty
 * @param state how it is, for what has a state
 * @param path the address of its page, relative to the console's
 */
public record Found(String kind, String name, String where, Optional<HealthState> state, String path) {}
