/** Tables: their definition and state, their items in order, and changes one at a time. */
@NullMarked
package dev.thaw.engine.dynamodb.table;

import org.jspecify.annotations.NullMarked;
