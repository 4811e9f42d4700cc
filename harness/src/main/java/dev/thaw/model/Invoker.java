package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;

/** Invokes a simulated function for one load, and tells when that ends. */
final class Invoker {
  private final FunctionSimulation function;
  private final LastInvocation last;
  private final Counts counts;

  Invoker(FunctionSimulation function, LastInvocation last, Counts counts) {
    this.function = function;
    this.last = last;
    this.counts = counts;
  }

  /** An invocation whose answer somebody waits for, if only Lambda's own poller. */
  Admission invoke(long nowNs) {
    return function.invoke(nowNs, counts);
  }

  /** The same of a batch with so many pieces of work. */
  Admission invokeBatch(long nowNs, int works) {
    return function.invokeBatch(nowNs, works, counts);
  }

  /** An invocation from Lambda's event queue. */
  Admission invokeAsync(long nowNs) {
    return function.invokeAsync(nowNs, counts);
  }

  /** Whether the function's reserved concurrency is 0. */
  boolean isReservedZero() {
    return function.isReservedZero();
  }

  /** The invocation that was admitted last. */
  LastInvocation last() {
    return last;
  }
}
