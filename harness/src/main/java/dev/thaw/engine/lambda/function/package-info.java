/** Functions as Lambda keeps and runs them: code, configuration, state, references, invocation. */
@NullMarked
package dev.thaw.engine.lambda.function;

import org.jspecify.annotations.NullMarked;
