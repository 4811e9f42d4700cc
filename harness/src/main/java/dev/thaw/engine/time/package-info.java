/** The time in which the platform's own waits pass, which may go faster than the clock. */
@NullMarked
package dev.thaw.engine.time;

import org.jspecify.annotations.NullMarked;
