/** Thaw's own speed, beside something bare in the same run. */
@NullMarked
package dev.thaw.experiment.bench;

import org.jspecify.annotations.NullMarked;
