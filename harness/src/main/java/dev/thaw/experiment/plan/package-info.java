/** The least provisioned concurrency and memory that meet a service level at the least cost. */
@NullMarked
package dev.thaw.experiment.plan;

import org.jspecify.annotations.NullMarked;
