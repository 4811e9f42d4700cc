/** Floor 2: Lambda's rules as deterministic state machines that are handed the time. */
@NullMarked
package dev.thaw.rules;

import org.jspecify.annotations.NullMarked;
