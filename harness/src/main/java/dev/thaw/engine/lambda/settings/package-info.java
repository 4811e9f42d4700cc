/** Settings of functions beside their configuration, and of the account. */
@NullMarked
package dev.thaw.engine.lambda.settings;

import org.jspecify.annotations.NullMarked;
