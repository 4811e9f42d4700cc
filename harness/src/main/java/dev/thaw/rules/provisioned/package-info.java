/** Provisioned concurrency of a version or alias, and the autoscaling that sets it. */
@NullMarked
package dev.thaw.rules.provisioned;

import org.jspecify.annotations.NullMarked;
