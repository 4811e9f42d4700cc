@NullMarked
package dev.thaw.gatling;

import org.jspecify.annotations.NullMarked;
