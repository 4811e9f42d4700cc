package dev.thaw.engine.apigateway.route;

/**
 * A path that begins with the name of a stage, which is empty in the root.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html">
 *     Invoke REST APIs in API Gateway</a>
 */
public record StagePath(String stage, String behind) {
  /** {@code /prod/orders} is {@code /orders} behind {@code prod}. */
  public static StagePath of(String path) {
    if (path.isEmpty()) {
      return new StagePath("", "/");
    }
    int end = path.indexOf('/', 1);
    return end < 0
        ? new StagePath(path.substring(1), "/")
        : new StagePath(path.substring(1, end), path.substring(end));
  }
}
