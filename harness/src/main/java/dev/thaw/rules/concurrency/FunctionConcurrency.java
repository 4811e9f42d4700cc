package dev.thaw.rules.concurrency;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One function's on-demand concurrency: its reservation, or its part in what the account has left,
 * and how fast it may grow. Invocations on provisioned environments do not count here: those
 * environments are claimed from their request on, whether or not they run. Inside a reservation
 * they take their share of it, so that as many provisioned as reserved leave nothing on demand.
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
      if (reserved != null) {
        reserved.requests().giveBack();
      }
      end();
      return Admission.ACCOUNT_RATE;
    }
    return Admission.ADMITTED;
  }

  /** Admits an asynchronous invocation: requests per second do not count for those. */
  public Admission admitAsync() {
    return start();
  }

  /**
   * Admits a synchronous invocation that a provisioned environment was taken for: it only counts as
   * a request of the account's, and is not to {@link #end}.
   */
  public Admission admitProvisioned(long nowNs) {
    return account.request(nowNs) ? Admission.ADMITTED : Admission.ACCOUNT_RATE;
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

  /**
   * Reserves concurrency, or changes the reservation; what runs counts in it from now on. 0
   * throttles everything.
   *
   * @throws RefusedConcurrencyException when too little would be left unreserved, or more is
   *     provisioned
   */
  public void reserve(int concurrency, long nowNs) {
    if (concurrency < 0) {
      throw new IllegalArgumentException("reserved concurrency cannot be negative: " + concurrency);
    }
    if (concurrency < provisioned) {
      throw RefusedConcurrencyException.reservedBelowProvisioned(concurrency, provisioned);
    }
    int before = claimed();
    if (concurrency > 0 && account.unreserved() + before - concurrency < Account.UNRESERVED_FLOOR) {
      throw RefusedConcurrencyException.reservedBelowFloor();
    }
    var old = reservation;
    if (old == null) {
      account.claim(concurrency, -provisioned, -running);
      reservation = Reservation.of(concurrency, provisioned, nowNs);
    } else {
      account.claim(concurrency - before, 0, 0);
      reservation = old.changedTo(concurrency, provisioned, nowNs);
    }
  }

  /** Gives the reservation up; what runs and what is provisioned counts unreserved from now on. */
  public void unreserve() {
    var reserved = reservation;
    if (reserved != null) {
      reservation = null;
      account.claim(-reserved.concurrency(), provisioned, running);
    }
  }

  /**
   * Claims so many provisioned environments more (or, negative, fewer), from their request on.
   *
   * @throws RefusedConcurrencyException when the reservation, or what is unreserved, is too little
   */
  public void provision(int change, long nowNs) {
    int total = provisioned + change;
    if (total < 0) {
      throw new IllegalArgumentException("provisioned concurrency cannot be negative: " + total);
    }
    var reserved = reservation;
    if (reserved == null) {
      requireUnreserved(change);
      account.claim(0, change, 0);
    } else if (total > reserved.concurrency()) {
      throw RefusedConcurrencyException.provisionedAboveReserved();
    } else {
      reservation = reserved.changedTo(reserved.concurrency(), total, nowNs);
    }
    provisioned = total;
  }

  private void requireUnreserved(int change) {
    int unreserved = account.unreserved();
    if (change > 0 && change > unreserved) {
      throw RefusedConcurrencyException.provisionedAboveUnreserved(unreserved);
    }
    if (change > 0 && unreserved - change < Account.UNRESERVED_FLOOR) {
      throw RefusedConcurrencyException.provisionedBelowFloor();
    }
  }

  /** What this function claims of the account, running or not. */
  private int claimed() {
    var reserved = reservation;
    return reserved == null ? provisioned : reserved.concurrency();
  }

  /** On-demand invocations that are running. */
  public int running() {
    return running;
  }

  /** Provisioned environments that are claimed, of all versions and aliases. */
  public int provisioned() {
    return provisioned;
  }

  /** What is reserved; empty for none. */
  public OptionalInt reserved() {
    var reserved = reservation;
    return reserved == null ? OptionalInt.empty() : OptionalInt.of(reserved.concurrency());
  }
}
