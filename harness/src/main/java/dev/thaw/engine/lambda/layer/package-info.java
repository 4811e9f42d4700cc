/** Layers of Lambda functions. */
@NullMarked
package dev.thaw.engine.lambda.layer;

import org.jspecify.annotations.NullMarked;
