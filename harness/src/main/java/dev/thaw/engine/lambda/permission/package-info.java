/** Permissions of Lambda functions: who may invoke them. */
@NullMarked
package dev.thaw.engine.lambda.permission;

import org.jspecify.annotations.NullMarked;
