/** Tests of the side-by-side comparison. */
@NullMarked
package dev.thaw.experiment.bench.beside;

import org.jspecify.annotations.NullMarked;
