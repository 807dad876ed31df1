package io.pilothouse.api.json;

import tools.jackson.databind.JsonNode;

/**
 * The change that takes another one back, to be previewed like any other.
 *
 * @param words what it does
 */
public record WayBackJson(String words, String kind, JsonNode parameters) {}
