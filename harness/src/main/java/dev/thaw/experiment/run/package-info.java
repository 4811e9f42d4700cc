/** One run of an experiment: deploy, drive, collect, predict. */
@NullMarked
package dev.thaw.experiment.run;

import org.jspecify.annotations.NullMarked;
