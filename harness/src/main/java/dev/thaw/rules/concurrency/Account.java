package dev.thaw.rules.concurrency;

/**
 * An account's concurrency in a region: the limit, what its functions claim of it by reserving and
 * provisioning, and the invocations that run on what is left. An invocation beyond it is throttled,
 * never queued. Requests are limited, too: ten per second for each unit of concurrency.
 *
 * <p>Not thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html">Claimed
 *     account concurrency</a>
 */
public final class Account {
  /** What an account has by default; new ones are given less and raised by use. */
  public static final int DEFAULT_LIMIT = 1_000;

  /** What functions cannot reserve: Lambda keeps so much for those without a reservation. */
  public static final int UNRESERVED_FLOOR = 100;

  /** Requests per second for each unit of concurrency. */
  public static final int REQUESTS_PER_CONCURRENCY = 10;

  private final int limit;
  private final TokenBucket requests;
  private int reserved;
  private int provisioned;
  private int running;

  public Account(int limit, long nowNs) {
    if (limit < 1) {
      throw new IllegalArgumentException("an account's concurrency is at least 1, not " + limit);
    }
    this.limit = limit;
    double perSecond = (double) limit * REQUESTS_PER_CONCURRENCY;
    this.requests = new TokenBucket(perSecond, perSecond, nowNs);
  }

  public int limit() {
    return limit;
  }

  /**
   * What counts against the limit: reservations, provisions beside them, and what runs unreserved.
   */
  public int claimed() {
    return reserved + provisioned + running;
  }

  /** What is left for functions without a reservation, running or not. */
  public int unreserved() {
    return limit - reserved - provisioned;
  }

  /** A function of this account, without reserved or provisioned concurrency yet. */
  public FunctionConcurrency function(long nowNs) {
    return new FunctionConcurrency(this, nowNs);
  }

  /** Moves a function's claims and its running invocations into, out of or within reservations. */
  void claim(int reservedChange, int provisionedChange, int runningChange) {
    reserved += reservedChange;
    provisioned += provisionedChange;
    running += runningChange;
  }

  /** One more unreserved invocation, if there is room for it. */
  boolean start() {
    if (reserved + provisioned + running >= limit) {
      return false;
    }
    running++;
    return true;
  }

  void end() {
    if (running == 0) {
      throw new IllegalStateException("no unreserved invocation is running");
    }
    running--;
  }

  boolean request(long nowNs) {
    return requests.take(nowNs);
  }
}
