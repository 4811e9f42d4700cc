/**
 * AWS's wire protocols: one codec per protocol between HTTP messages and the SDK's model classes.
 */
@NullMarked
package dev.thaw.engine.protocol;

import org.jspecify.annotations.NullMarked;
