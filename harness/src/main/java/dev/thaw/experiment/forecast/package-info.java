/** What the model says of a run's own plan, from what was measured elsewhere. */
@NullMarked
package dev.thaw.experiment.forecast;

import org.jspecify.annotations.NullMarked;
