/** AWS Lambda's API: its groups of operations in one table. */
@NullMarked
package dev.thaw.engine.lambda;

import org.jspecify.annotations.NullMarked;
