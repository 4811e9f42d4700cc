/** Floor 1: Lambda's vocabulary as records; imports nothing of Thaw. */
@NullMarked
package dev.thaw.invocation;

import org.jspecify.annotations.NullMarked;
