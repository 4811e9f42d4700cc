/** CloudWatch metrics: what Lambda emits of itself, and what clients put beside it. */
@NullMarked
package dev.thaw.engine.cloudwatch;

import org.jspecify.annotations.NullMarked;
