package dev.thaw.rules.concurrency;

import org.jspecify.annotations.Nullable;

/**
 * One function's on-demand concurrency: its reservation, or its part in what the account has left,
 * and how fast it may grow. Invocations on provisioned environments do not pass here: those
 * environments are claimed whether or not they run.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">
 *     Reserved concurrency</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html">Scaling
 *     rate</a>
 */
public final class FunctionConcurrency {
  /** Environments that a function may start at once when it has not started any for 10 s. */
  public static final int SCALING_BURST = 1_000;

  /** Environments per second by which that allowance is refilled: 1,000 per 10 s. */
  public static final int SCALING_PER_SECOND = 100;

  private final Account account;
  private final TokenBucket growth;
  private @Nullable Reservation reservation;
  private int provisioned;
  private int running;

  /** What a reservation allows. */
  private record Reservation(int concurrency, TokenBucket requests) {}

  FunctionConcurrency(Account account, long nowNs) {
    this.account = account;
    this.growth = new TokenBucket(SCALING_BURST, SCALING_PER_SECOND, nowNs);
  }

  /** Admits a synchronous on-demand invocation and counts it until {@link #end}. */
  public Admission admit(long nowNs) {
    var admission = start();
    if (admission != Admission.ADMITTED) {
      return admission;
    }
    var reserved = reservation;
    if (reserved != null && !reserved.requests().take(nowNs)) {
      end();
      return Admission.RESERVED_RATE;
    }
    if (!account.request(nowNs)) {
      end();
      return Admission.ACCOUNT_RATE;
    }
    return Admission.ADMITTED;
  }

  /** Admits an asynchronous invocation: requests per second do not count for those. */
  public Admission admitAsync() {
    return start();
  }

  private Admission start() {
    var reserved = reservation;
    if (reserved == null) {
      if (!account.start()) {
        return Admission.ACCOUNT_CONCURRENCY;
      }
    } else if (running + provisioned >= reserved.concurrency()) {
      return Admission.RESERVED_CONCURRENCY;
    }
    running++;
    return Admission.ADMITTED;
  }

  /** Whether an admitted invocation may start a new environment; if not, it must {@link #end}. */
  public Admission grow(long nowNs) {
    return growth.take(nowNs) ? Admission.ADMITTED : Admission.SCALING_RATE;
  }

  /** An admitted invocation has ended. */
  public void end() {
    if (running == 0) {
      throw new IllegalStateException("no invocation is running");
    }
    running--;
    if (reservation == null) {
      account.end();
    }
  }

  /** On-demand invocations that are running. */
  public int running() {
    return running;
  }
}
