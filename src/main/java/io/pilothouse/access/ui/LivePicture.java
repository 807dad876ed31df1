package io.pilothouse.access.ui;

import io.pilothouse.access.Sight;
import io.pilothouse.access.VisibleFleet;
import io.pilothouse.base.Observed;

/**
 * What a view shows.
 *
 * @param fleet the picture as the person may see it; nothing of it while their rights are not known
 * @param sight whether their rights are known, and how old that is
 */
public record LivePicture(VisibleFleet fleet, Observed<Sight> sight) {}
