package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.rules.concurrency.Admission;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All who are told of invocations, as one. */
public final class InvocationListeners implements InvocationListener {
  private final List<InvocationListener> all = new CopyOnWriteArrayList<>();

  public void add(InvocationListener listener) {
    all.add(listener);
  }

  @Override
  public void began(InvocationAttempt attempt, Ticket.Admitted ticket) {
    for (var each : all) {
      each.began(attempt, ticket);
    }
  }

  @Override
  public void ended(InvocationAttempt attempt, Ticket.Admitted ticket, InvocationResult result) {
    for (var each : all) {
      each.ended(attempt, ticket, result);
    }
  }

  @Override
  public void throttled(InvocationAttempt attempt, Admission limit) {
    for (var each : all) {
      each.throttled(attempt, limit);
    }
  }
}
