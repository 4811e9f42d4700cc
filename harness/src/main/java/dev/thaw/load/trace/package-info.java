/**
 * Floor 2: recorded invocations of others, read from their own file formats. Knows formats, not
 * arrival processes.
 */
@NullMarked
package dev.thaw.load.trace;

import org.jspecify.annotations.NullMarked;
