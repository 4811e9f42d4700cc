/** Resource-based policies: statements, and whom they let through. */
@NullMarked
package dev.thaw.engine.lambda.policy;

import org.jspecify.annotations.NullMarked;
