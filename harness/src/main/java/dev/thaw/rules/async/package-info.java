/** Asynchronous invocation: Lambda's event queue, its retries and what becomes of an event. */
@NullMarked
package dev.thaw.rules.async;

import org.jspecify.annotations.NullMarked;
