/** The load generator, a process that takes orders. */
@NullMarked
package dev.thaw.experiment.generator;

import org.jspecify.annotations.NullMarked;
