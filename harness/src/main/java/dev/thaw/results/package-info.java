/** Floor 2: a run on disk: written as it happens, read back, aggregated. */
@NullMarked
package dev.thaw.results;

import org.jspecify.annotations.NullMarked;
