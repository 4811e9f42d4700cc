package dev.thaw.results;

/**
 * How many invocations a variant's function had in a whole run: as the platform's own metric
 * Invocations counts them, and as REPORT lines in its log. Both count each try of an event.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics for Lambda functions</a>
 */
public record InvocationCount(long counted, long reported) {}
