package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.invocation.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The concurrency of all accounts: a limit for each region of each account, made when it is first
 * asked for. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
public final class Accounts {
  private final int limit;
  private final Clock clock;
  private final Map<Caller, AccountConcurrency> accounts = new ConcurrentHashMap<>();

  public Accounts(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** That account's concurrency in that region. */
  public AccountConcurrency of(Caller owner) {
    var known = accounts.get(owner);
    return known != null
        ? known
        : accounts.computeIfAbsent(owner, added -> new AccountConcurrency(limit, clock));
  }

  /** The concurrency of which that function takes its part. */
  public AccountConcurrency of(FunctionName function) {
    return of(new Caller(function.account(), function.region()));
  }
}
