package dev.thaw.rules.concurrency;

/**
 * What a function's reservation allows: so much concurrency and, for what of it is not provisioned,
 * ten requests per second each. That provisioned environments take their share of the request rate,
 * too, is our reading: AWS documents ten times the reservation in all.
 */
record Reservation(int concurrency, TokenBucket requests) {
  static Reservation of(int concurrency, int provisioned, long nowNs) {
    double perSecond = perSecond(concurrency, provisioned);
    return new Reservation(concurrency, new TokenBucket(perSecond, perSecond, nowNs));
  }

  Reservation changedTo(int other, int provisioned, long nowNs) {
    double perSecond = perSecond(other, provisioned);
    requests.resize(perSecond, perSecond, nowNs);
    return new Reservation(other, requests);
  }

  private static double perSecond(int concurrency, int provisioned) {
    return (double) (concurrency - provisioned) * Account.REQUESTS_PER_CONCURRENCY;
  }
}
