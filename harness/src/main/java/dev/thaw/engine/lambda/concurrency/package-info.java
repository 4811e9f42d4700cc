/** Lambda's operations on reserved and provisioned concurrency. */
@NullMarked
package dev.thaw.engine.lambda.concurrency;

import org.jspecify.annotations.NullMarked;
