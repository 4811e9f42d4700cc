package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One account's concurrency in a region, and its functions' parts in it. Thread-safe by one lock,
 * under which only the rules are called, and environments to be ended.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class AccountConcurrency {
  private final Clock clock;
  private final Account account;
  private final Map<FunctionName, FunctionShare> functions = new HashMap<>();
  private int running;

  AccountConcurrency(int limit, Clock clock) {
    this.clock = clock;
    this.account = new Account(limit, clock.nanoTime());
  }

  /** How many invocations may run at once. */
  public int limit() {
    return account.limit();
  }

  /** What counts against the limit now: {@code ClaimedAccountConcurrency}. */
  public synchronized int claimed() {
    return account.claimed();
  }

  /** What is left for functions without a reservation, running or not. */
  public synchronized int unreserved() {
    return account.unreserved();
  }

  /** The function's invocations that are running, on demand and provisioned. */
  public synchronized int running(FunctionName name) {
    return find(name).map(share -> share.running).orElse(0);
  }

  /** What is reserved for the function; empty for none. */
  public synchronized OptionalInt reserved(FunctionName name) {
    return find(name).map(share -> share.concurrency.reserved()).orElseGet(OptionalInt::empty);
  }

  Optional<FunctionShare> find(FunctionName name) {
    return Optional.ofNullable(functions.get(name));
  }

  /**
   * Reserves concurrency for the function, or changes what is reserved.
   *
   * @throws RefusedConcurrencyException when too little would be left
   */
  public synchronized void reserve(FunctionName name, int concurrency) {
    share(name).concurrency.reserve(concurrency, nowNs());
  }

  /** Gives the function's reservation up, if it has any. */
  public synchronized void unreserve(FunctionName name) {
    find(name).ifPresent(share -> share.concurrency.unreserve());
  }

  /** Gives all back that is set aside for a function which is deleted, and forgets how it grew. */
  public synchronized void forget(FunctionName name) {
    var forgotten = functions.remove(name);
    if (forgotten != null) {
      forgotten.allotments.values().forEach(each -> each.request(0, ""));
      forgotten.concurrency.provision(-forgotten.concurrency.provisioned(), nowNs());
      forgotten.concurrency.unreserve();
    }
  }

  /** Admits a synchronous invocation of the version, or says why not. */
  public synchronized Ticket admit(FunctionVersion version) {
    var share = share(version.name());
    var provision = share.serving.get(version.version());
    var unit = provision == null ? null : provision.take(false);
    if (provision == null || unit == null) {
      return onDemand(share, share.concurrency.admit(nowNs()), provision);
    }
    var admission = share.concurrency.admitProvisioned(nowNs());
    if (admission != Admission.ADMITTED) {
      unit.release();
      return new Ticket.Throttled(admission);
    }
    return onProvisioned(share, provision, unit);
  }

  /** The same for an asynchronous one: requests per second do not count for those. */
  public synchronized Ticket admitAsync(FunctionVersion version) {
    var share = share(version.name());
    var provision = share.serving.get(version.version());
    var unit = provision == null ? null : provision.take(true);
    return provision == null || unit == null
        ? onDemand(share, share.concurrency.admitAsync(), provision)
        : onProvisioned(share, provision, unit);
  }

  private Ticket onDemand(FunctionShare share, Admission admission, @Nullable Provision provision) {
    if (admission != Admission.ADMITTED) {
      return new Ticket.Throttled(admission);
    }
    begin(share);
    return new Ticket.OnDemand(this, share, level(share, 0, Double.NaN), provision != null);
  }

  private Ticket onProvisioned(FunctionShare share, Provision provision, Provision.Unit unit) {
    begin(share);
    provision.begin();
    var pool = provision.pool();
    return new Ticket.OnProvisioned(
        this, share, unit, level(share, pool.busy(), pool.utilization()));
  }

  private Level level(FunctionShare share, int provisioned, double utilization) {
    int claimed = account.claimed();
    int unreserved = claimed - account.limit() + account.unreserved();
    return new Level(running, unreserved, claimed, share.running, provisioned, utilization);
  }

  private void begin(FunctionShare share) {
    running++;
    share.running++;
  }

  FunctionShare share(FunctionName name) {
    return functions.computeIfAbsent(name, added -> new FunctionShare(account.function(nowNs())));
  }

  long nowNs() {
    return clock.nanoTime();
  }

  synchronized boolean mayGrow(FunctionShare share) {
    return share.concurrency.grow(nowNs()) == Admission.ADMITTED;
  }

  /** An invocation on demand has ended. */
  synchronized void end(FunctionShare share) {
    share.concurrency.end();
    ended(share);
  }

  /** An invocation on a provisioned environment has ended. */
  synchronized void end(FunctionShare share, Provision.Unit unit) {
    unit.release();
    ended(share);
  }

  private void ended(FunctionShare share) {
    running--;
    share.running--;
  }
}
