/** The embedded AWS endpoint. */
@NullMarked
package dev.thaw.engine;

import org.jspecify.annotations.NullMarked;
