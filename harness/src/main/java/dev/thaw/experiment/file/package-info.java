/** Reading an experiment file: every mistake gets its line, the value and what is allowed. */
@NullMarked
package dev.thaw.experiment.file;

import org.jspecify.annotations.NullMarked;
