/** The model under the recorded load of others. */
@NullMarked
package dev.thaw.experiment.replay;

import org.jspecify.annotations.NullMarked;
