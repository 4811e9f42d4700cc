/** Tags of Lambda's resources. */
@NullMarked
package dev.thaw.engine.lambda.tag;

import org.jspecify.annotations.NullMarked;
