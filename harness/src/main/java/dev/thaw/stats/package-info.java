/** Floor 1: pure mathematics on {@code double[]}; knows no Lambda. */
@NullMarked
package dev.thaw.stats;

import org.jspecify.annotations.NullMarked;
