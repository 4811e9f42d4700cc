/** How phases are measured. */
@NullMarked
package dev.thaw.experiment.protocol;

import org.jspecify.annotations.NullMarked;
