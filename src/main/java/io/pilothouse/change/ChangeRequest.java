package io.pilothouse.change;

import java.util.Optional;

/**
 * A change that a person has confirmed.
 *
 * @param id chosen by who asks; the same one again does nothing twice
 * @param basis the target as the person saw it
 * @param reason why to do it in spite of a check that blocks; empty where none does
 */
public record ChangeRequest(String id, Change change, Basis basis, Optional<String> reason) {}
