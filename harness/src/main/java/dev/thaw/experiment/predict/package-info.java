/** What the model says of an experiment before anything is run. */
@NullMarked
package dev.thaw.experiment.predict;

import org.jspecify.annotations.NullMarked;
