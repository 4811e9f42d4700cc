package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.concurrency.FunctionConcurrency;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One account's concurrency in a region, and its functions' parts in it. Thread-safe by one lock,
 * under which nothing else is called but the rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class AccountConcurrency {
  private final Clock clock;
  private final Account account;
  private final Map<FunctionName, FunctionConcurrency> functions = new HashMap<>();

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

  /** What is reserved for the function; empty for none. */
  public synchronized OptionalInt reserved(FunctionName name) {
    return find(name).map(FunctionConcurrency::reserved).orElseGet(OptionalInt::empty);
  }

  /** The function's on-demand invocations that are running. */
  public synchronized int running(FunctionName name) {
    return find(name).map(FunctionConcurrency::running).orElse(0);
  }

  private Optional<FunctionConcurrency> find(FunctionName name) {
    return Optional.ofNullable(functions.get(name));
  }

  /**
   * Reserves concurrency for the function, or changes what is reserved.
   *
   * @throws RefusedConcurrencyException when too little would be left
   */
  public synchronized void reserve(FunctionName name, int concurrency) {
    function(name).reserve(concurrency, clock.nanoTime());
  }

  /** Gives the function's reservation up, if it has any. */
  public synchronized void unreserve(FunctionName name) {
    find(name).ifPresent(FunctionConcurrency::unreserve);
  }

  /** Gives all back that is set aside for a function which is deleted, and forgets how it grew. */
  public synchronized void forget(FunctionName name) {
    var forgotten = functions.remove(name);
    if (forgotten != null) {
      forgotten.unreserve();
    }
  }

  /** Admits a synchronous invocation of the function, or says why not. */
  public synchronized Ticket admit(FunctionName name) {
    var function = function(name);
    return ticket(function, function.admit(clock.nanoTime()));
  }

  /** The same for an asynchronous one: requests per second do not count for those. */
  public synchronized Ticket admitAsync(FunctionName name) {
    var function = function(name);
    return ticket(function, function.admitAsync());
  }

  private Ticket ticket(FunctionConcurrency function, Admission admission) {
    return new Ticket(this, function, admission);
  }

  private FunctionConcurrency function(FunctionName name) {
    return functions.computeIfAbsent(name, added -> account.function(clock.nanoTime()));
  }

  synchronized Admission grow(FunctionConcurrency function) {
    return function.grow(clock.nanoTime());
  }

  synchronized void end(FunctionConcurrency function) {
    function.end();
  }
}
