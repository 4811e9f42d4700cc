/** Execution environments: how one is started, spoken to over the Runtime API, reused and ended. */
@NullMarked
package dev.thaw.engine.environment;

import org.jspecify.annotations.NullMarked;
