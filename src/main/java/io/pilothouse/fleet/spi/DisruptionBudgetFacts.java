package io.pilothouse.fleet.spi;

import io.pilothouse.fleet.DisruptionBudget;

/** A PodDisruptionBudget and which pods of its namespace it is about. */
public record DisruptionBudgetFacts(PodSelector selector, DisruptionBudget budget) {}
