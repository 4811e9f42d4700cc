/** DynamoDB: tables in memory, and the operations on them and on their streams. */
@NullMarked
package dev.thaw.engine.dynamodb;

import org.jspecify.annotations.NullMarked;
