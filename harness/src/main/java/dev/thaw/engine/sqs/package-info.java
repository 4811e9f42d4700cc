/** Amazon SQS with standard queues. */
@NullMarked
package dev.thaw.engine.sqs;

import org.jspecify.annotations.NullMarked;
