package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.rules.concurrency.Admission;

/**
 * Told of every invocation of every function, on the threads on which they happen: it must be quick
 * and thread-safe. One that began is told the end of, unless this engine itself failed; one that
 * began may yet be throttled, by the scaling rate.
 */
public interface InvocationListener {
  /** It was admitted and begins now. */
  default void began(InvocationAttempt attempt, Ticket.Admitted ticket) {}

  /** It was answered, by the function or in its place; its caller does not know yet. */
  default void ended(InvocationAttempt attempt, Ticket.Admitted ticket, InvocationResult result) {}

  /** It met a limit. */
  default void throttled(InvocationAttempt attempt, Admission limit) {}
}
