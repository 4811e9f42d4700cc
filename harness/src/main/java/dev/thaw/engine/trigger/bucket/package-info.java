/** What buckets tell functions and queues. */
@NullMarked
package dev.thaw.engine.trigger.bucket;

import org.jspecify.annotations.NullMarked;
