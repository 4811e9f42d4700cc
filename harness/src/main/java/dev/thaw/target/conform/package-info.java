/** What was recorded from AWS, as checks that any endpoint can be held to. */
@NullMarked
package dev.thaw.target.conform;

import org.jspecify.annotations.NullMarked;
