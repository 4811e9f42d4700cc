/** Benchmarks that are run by hand. */
@NullMarked
package dev.thaw.experiment.bench;

import org.jspecify.annotations.NullMarked;
