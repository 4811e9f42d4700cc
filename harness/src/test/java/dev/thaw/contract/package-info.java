/**
 * The contract that the reference model and the engine both keep: one case for each of Lambda's
 * rules, its numbers worked by hand.
 */
@NullMarked
package dev.thaw.contract;

import org.jspecify.annotations.NullMarked;
