package dev.thaw.engine.lambda.admission;

/**
 * How much concurrency was in use when an invocation began, it included: of the account, of its
 * functions without a reservation, what counts against the limit, of the function, and of what is
 * provisioned for the version (0, and NaN as utilization, for an invocation on demand).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html">Monitoring
 *     concurrency</a>
 */
public record Level(
    int account,
    int unreserved,
    int claimed,
    int function,
    int provisioned,
    double provisionedUtilization) {}
