/** Application Auto Scaling, of Lambda's provisioned concurrency. */
@NullMarked
package dev.thaw.engine.autoscaling;

import org.jspecify.annotations.NullMarked;
