/**
 * What queueing theory says about the model's scenarios: closed forms and small Markov chains, each
 * held to worked numbers of its own. Times are in seconds, rates per second.
 */
@NullMarked
package dev.thaw.model.oracle;

import org.jspecify.annotations.NullMarked;
