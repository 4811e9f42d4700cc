/** Resource-based policies of Lambda functions: who may invoke them. */
@NullMarked
package dev.thaw.engine.lambda.policy;

import org.jspecify.annotations.NullMarked;
