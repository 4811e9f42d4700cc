/** Where Lambda sends what became of events and batches. */
@NullMarked
package dev.thaw.engine.trigger.destination;

import org.jspecify.annotations.NullMarked;
