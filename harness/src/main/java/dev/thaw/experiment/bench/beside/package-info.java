/** Thaw's engine and other emulators at the same work, side by side. */
@NullMarked
package dev.thaw.experiment.bench.beside;

import org.jspecify.annotations.NullMarked;
