package dev.thaw.engine.lambda.admission;

import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;

/**
 * What became of one invocation that asked for concurrency. One that was admitted counts until its
 * ticket ends.
 */
public final class Ticket {
  private final AccountConcurrency account;
  private final FunctionConcurrency function;
  private final Admission admission;

  Ticket(AccountConcurrency account, FunctionConcurrency function, Admission admission) {
    this.account = account;
    this.function = function;
    this.admission = admission;
  }

  /** Whether it was admitted, and else the limit that it met. */
  public Admission admission() {
    return admission;
  }

  /** Whether it may start a new environment. */
  public boolean mayGrow() {
    return account.grow(function) == Admission.ADMITTED;
  }

  /** The admitted invocation has ended. */
  public void end() {
    account.end(function);
  }
}
