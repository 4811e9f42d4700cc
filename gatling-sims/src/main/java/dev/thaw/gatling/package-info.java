/** The load generator: Gatling simulations that send each request at its intended time. */
@NullMarked
package dev.thaw.gatling;

import org.jspecify.annotations.NullMarked;
