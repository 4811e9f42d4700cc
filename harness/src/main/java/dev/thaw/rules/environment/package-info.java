/** Which execution environment serves, how long it is kept, and how its initialisation goes. */
@NullMarked
package dev.thaw.rules.environment;

import org.jspecify.annotations.NullMarked;
