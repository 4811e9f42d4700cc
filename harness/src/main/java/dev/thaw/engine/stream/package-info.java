/**
 * Streams as event source mappings read them: what Kinesis and DynamoDB offer to those who poll.
 */
@NullMarked
package dev.thaw.engine.stream;

import org.jspecify.annotations.NullMarked;
