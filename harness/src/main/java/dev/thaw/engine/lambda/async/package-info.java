/** What a function's asynchronous invocations are configured with. */
@NullMarked
package dev.thaw.engine.lambda.async;

import org.jspecify.annotations.NullMarked;
