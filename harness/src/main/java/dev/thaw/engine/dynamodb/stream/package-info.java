/** DynamoDB Streams: what changed in a table, for 24 hours, and the operations that read it. */
@NullMarked
package dev.thaw.engine.dynamodb.stream;

import org.jspecify.annotations.NullMarked;
