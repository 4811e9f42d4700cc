package dev.thaw.invocation;

/**
 * What Lambda charges for on-demand invocations, in USD, with where and when the figures were read.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 */
public record Price(
    String region,
    String architecture,
    double perRequest,
    double perGbSecond,
    String source,
    String date) {

  /** The cost in USD of one invocation of that memory size, billed that many ms. */
  public double of(Memory memory, double billedMs) {
    return perRequest + memory.gigabytes() * billedMs / 1000 * perGbSecond;
  }
}
