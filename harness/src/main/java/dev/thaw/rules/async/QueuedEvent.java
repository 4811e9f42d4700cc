package dev.thaw.rules.async;

/**
 * An event in Lambda's queue. Instants are nanoseconds.
 *
 * @param content what the caller knows of it; the rules do not look at it
 * @param number in order of acceptance
 * @param invocations how often the function was invoked with it
 * @param pushbacks how often in a row it was put back without an invocation
 * @param dueNs when it may be taken
 */
public record QueuedEvent<E>(
    E content, long number, long acceptedNs, int invocations, int pushbacks, long dueNs) {

  /** How long it has been waiting, retries included. */
  public long ageNs(long nowNs) {
    return nowNs - acceptedNs;
  }

  QueuedEvent<E> afterInvocation(long nextDueNs) {
    return new QueuedEvent<>(content, number, acceptedNs, invocations + 1, 0, nextDueNs);
  }

  QueuedEvent<E> afterPushback(long nextDueNs) {
    return new QueuedEvent<>(content, number, acceptedNs, invocations, pushbacks + 1, nextDueNs);
  }

  int compareDue(QueuedEvent<E> other) {
    int byTime = Long.signum(dueNs - other.dueNs);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
