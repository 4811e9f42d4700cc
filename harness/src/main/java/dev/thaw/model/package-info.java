/** Floor 3: the reference model, a discrete-event simulation of Lambda over {@code rules}. */
@NullMarked
package dev.thaw.model;

import org.jspecify.annotations.NullMarked;
