package dev.thaw.rules.concurrency;

/**
 * Lambda refuses to set concurrency aside: its InvalidParameterValueException, with the text that
 * was recorded from AWS (LocalStack's {@code test_function_concurrency_limits}, {@code
 * test_reserved_provisioned_overlap} and {@code test_provisioned_concurrency_limits}, 2025-11-24
 * and 25).
 */
public final class RefusedConcurrencyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final boolean hasType;

  private RefusedConcurrencyException(String message, boolean hasType) {
    super(message);
    this.hasType = hasType;
  }

  /** Whether Lambda's answer says whose fault it is; recorded for one of these errors only. */
  public boolean hasType() {
    return hasType;
  }

  static RefusedConcurrencyException reservedBelowFloor() {
    return new RefusedConcurrencyException(
        ("Specified ReservedConcurrentExecutions for function decreases account's"
                + " UnreservedConcurrentExecution below its minimum value of [%d].")
            .formatted(Account.UNRESERVED_FLOOR),
        false);
  }

  /** AWS's own spaces. */
  static RefusedConcurrencyException reservedBelowProvisioned(int reserved, int provisioned) {
    return new RefusedConcurrencyException(
        (" ReservedConcurrentExecutions  %d should not be lower than function's total provisioned"
                + " concurrency [%d].")
            .formatted(reserved, provisioned),
        false);
  }

  static RefusedConcurrencyException provisionedAboveReserved() {
    return new RefusedConcurrencyException(
        "Requested Provisioned Concurrency should not be greater than the"
            + " reservedConcurrentExecution for function",
        true);
  }

  static RefusedConcurrencyException provisionedAboveUnreserved(int unreserved) {
    return new RefusedConcurrencyException(
        ("Specified ConcurrentExecutions for function is greater than account's unreserved"
                + " concurrency [%d].")
            .formatted(unreserved),
        false);
  }

  static RefusedConcurrencyException provisionedBelowFloor() {
    return new RefusedConcurrencyException(
        ("Specified ConcurrentExecutions for function decreases account's"
                + " UnreservedConcurrentExecution below its minimum value of [%d].")
            .formatted(Account.UNRESERVED_FLOOR),
        false);
  }
}
