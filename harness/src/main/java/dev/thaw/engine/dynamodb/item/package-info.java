/** What tables and streams hold: attribute values, items and their keys, and DynamoDB's errors. */
@NullMarked
package dev.thaw.engine.dynamodb.item;

import org.jspecify.annotations.NullMarked;
