package dev.thaw.rules.provisioned;

import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.TokenBucket;
import java.util.OptionalLong;

/**
 * The provisioned environments of one version or alias, as counts: requested, prepared, started at
 * Lambda's pace, and served from once all that were requested are initialised. Until then, and
 * beyond them or beyond ten requests per second for each, invocations are served on demand.
 *
 * <p>The owner asks {@link #nextStartNs} when to call {@link #start}, initialises so many
 * environments and reports each with {@link #initialised} or {@link #failed}. Not confirmed by any
 * recording, and therefore our reading: a request that overwrites another is prepared anew, while
 * environments that are initialising already count for it; lowering takes effect at once; one that
 * was lost is replaced without preparation while the status stays READY; a failed raise leaves what
 * served before.
 *
 * <p>Not thread-safe; instants are nanoseconds of any clock that only goes forward.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">
 *     Provisioned concurrency</a>
 */
public final class ProvisionedPool {
  private final Provisioning provisioning;
  private final TokenBucket requests;
  private ProvisionedStatus status = ProvisionedStatus.READY;
  private int requested;
  private int initialised;
  private int initialising;
  private int available;
  private int busy;
  private int failures;
  private long startingFromNs;
  private long started;

  public ProvisionedPool(Provisioning provisioning, long nowNs) {
    this.provisioning = provisioning;
    this.requests = new TokenBucket(0, 0, nowNs);
  }

  /** A pool that was requested long ago and is ready. */
  public static ProvisionedPool ready(Provisioning provisioning, int count, long nowNs) {
    var pool = new ProvisionedPool(provisioning, nowNs);
    pool.request(count, nowNs);
    pool.initialised = count;
    pool.serve(nowNs);
    return pool;
  }

  /**
   * Requests so many environments in all, 0 to have none. Says how many idle ones end now; busy
   * ones end with their invocation.
   */
  public int request(int count, long nowNs) {
    if (count < 0) {
      throw new IllegalArgumentException("provisioned concurrency cannot be negative: " + count);
    }
    requested = count;
    failures = 0;
    int kept = Math.max(count, busy);
    int ended = Math.max(0, initialised - kept);
    initialised -= ended;
    if (initialised >= count) {
      serve(nowNs);
    } else {
      status = ProvisionedStatus.IN_PROGRESS;
      startFrom(nowNs + provisioning.preparation().toNanos());
    }
    return ended;
  }

  private void startFrom(long nowNs) {
    startingFromNs = nowNs;
    started = 0;
  }

  private void serve(long nowNs) {
    status = ProvisionedStatus.READY;
    available = requested;
    double perSecond = (double) requested * Account.REQUESTS_PER_CONCURRENCY;
    requests.resize(perSecond, perSecond, nowNs);
  }

  /** How many environments begin their init now. */
  public int start(long nowNs) {
    long allowed = provisioning.startedAfter(nowNs - startingFromNs) - started;
    int count = (int) Math.min(missing(), allowed);
    started += count;
    initialising += count;
    return count;
  }

  /** When the next environment may begin its init; empty when none is to. */
  public OptionalLong nextStartNs() {
    return missing() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(startingFromNs + (started + 1) * provisioning.perEnvironmentNs());
  }

  private int missing() {
    return status == ProvisionedStatus.FAILED
        ? 0
        : Math.max(0, requested - initialised - initialising);
  }

  /** An environment that was started is initialised; false when it is not needed any more. */
  public boolean initialised(long nowNs) {
    endInit();
    if (status == ProvisionedStatus.FAILED || initialised >= requested) {
      return false;
    }
    initialised++;
    failures = 0;
    if (status == ProvisionedStatus.READY) {
      available++;
    } else if (initialised == requested) {
      serve(nowNs);
    }
    return true;
  }

  /**
   * An environment's init has failed. It is tried again, until there were too many in a row: then
   * the request has failed for FUNCTION_ERROR_INIT_FAILURE, and what was initialised for it ends.
   */
  public void failed() {
    endInit();
    failures++;
    if (failures >= provisioning.attempts()) {
      status = ProvisionedStatus.FAILED;
      initialised = Math.max(available, busy);
    }
  }

  private void endInit() {
    if (initialising == 0) {
      throw new IllegalStateException("no provisioned environment is initialising");
    }
    initialising--;
  }

  /** Takes an idle environment for a synchronous invocation; false when it is to spill over. */
  public boolean take(long nowNs) {
    if (busy >= available || !requests.take(nowNs)) {
      return false;
    }
    busy++;
    return true;
  }

  /** The same for an asynchronous one: requests per second do not count for those. */
  public boolean takeAsync() {
    if (busy >= available) {
      return false;
    }
    busy++;
    return true;
  }

  /** An invocation has ended; false when its environment ends, as it is not needed any more. */
  public boolean release() {
    endInvocation();
    if (initialised > requested) {
      initialised--;
      return false;
    }
    return true;
  }

  /** An environment was lost with its invocation, or reset by it; Lambda replaces it. */
  public void lose(long nowNs) {
    endInvocation();
    remove(nowNs);
  }

  /** An idle environment has had its time; Lambda replaces it. */
  public void recycle(long nowNs) {
    if (busy >= initialised) {
      throw new IllegalStateException("no provisioned environment is idle");
    }
    remove(nowNs);
  }

  private void endInvocation() {
    if (busy == 0) {
      throw new IllegalStateException("no provisioned environment is busy");
    }
    busy--;
  }

  private void remove(long nowNs) {
    boolean isSurplus = initialised > requested;
    boolean isReplacing = missing() > 0;
    initialised--;
    if (isSurplus) {
      return;
    }
    available = Math.max(0, available - 1);
    if (status == ProvisionedStatus.READY && !isReplacing) {
      startFrom(nowNs);
    }
  }

  /** READY, too, while nothing is requested. */
  public ProvisionedStatus status() {
    return status;
  }

  /** What was asked for, and what is claimed of the account from then on. */
  public int requested() {
    return requested;
  }

  /** Environments that are initialised, serving or not. */
  public int allocated() {
    return initialised;
  }

  /** Environments that serve, idle or busy. */
  public int available() {
    return available;
  }

  /** Environments that run an invocation. */
  public int busy() {
    return busy;
  }

  /** What {@code ProvisionedConcurrencyUtilization} shows; NaN while none serves. */
  public double utilization() {
    return available == 0 ? Double.NaN : Math.min(1, (double) busy / available);
  }
}
