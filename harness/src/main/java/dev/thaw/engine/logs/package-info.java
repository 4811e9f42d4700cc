/** CloudWatch Logs: a bounded store in memory, and the operations that read it. */
@NullMarked
package dev.thaw.engine.logs;

import org.jspecify.annotations.NullMarked;
