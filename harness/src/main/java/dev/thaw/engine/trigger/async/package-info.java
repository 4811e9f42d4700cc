/** Lambda's queue for asynchronous events, and what becomes of them. */
@NullMarked
package dev.thaw.engine.trigger.async;

import org.jspecify.annotations.NullMarked;
