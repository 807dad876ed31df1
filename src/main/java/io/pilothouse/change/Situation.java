package io.pilothouse.change;

import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.FieldChange;
import java.util.List;

/**
 * What checks look at.
 *
 * @param fleet the picture, as the person may see it
 * @param material what the change is made from
 * @param fields what it will change
 * @param owners who else wrote the fields that it will change
 */
public record Situation(VisibleFleet fleet, Material material, List<FieldChange> fields, List<FieldOwner> owners) {}
