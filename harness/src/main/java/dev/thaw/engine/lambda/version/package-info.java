/** Published versions and aliases of Lambda functions. */
@NullMarked
package dev.thaw.engine.lambda.version;

import org.jspecify.annotations.NullMarked;
