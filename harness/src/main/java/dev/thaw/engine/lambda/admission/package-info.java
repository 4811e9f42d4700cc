/** Which invocations Lambda lets through: concurrency by account, region and function. */
@NullMarked
package dev.thaw.engine.lambda.admission;

import org.jspecify.annotations.NullMarked;
