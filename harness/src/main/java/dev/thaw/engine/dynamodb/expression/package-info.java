/** DynamoDB's expressions: read from text, checked, and applied to items. */
@NullMarked
package dev.thaw.engine.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
