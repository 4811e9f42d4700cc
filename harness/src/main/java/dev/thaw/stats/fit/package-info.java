/** Floor 1: families of distributions fitted to samples, with intervals and goodness of fit. */
@NullMarked
package dev.thaw.stats.fit;

import org.jspecify.annotations.NullMarked;
