/** The function under test: does the work it is asked for and says what it saw. */
@NullMarked
package dev.thaw.sample;

import org.jspecify.annotations.NullMarked;
