package dev.thaw.engine.environment;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HexFormat;

/** An invocation as a runtime gets it: with its start, and its deadline in ms since the epoch. */
record Delivery(InvocationRequest request, long startedNs, long deadlineMs) {
  private static final int TRACE_ID_DIGITS = 24;
  private static final int PARENT_ID_DIGITS = 16;

  /**
   * Says it in the headers of the answer to {@code next}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next">
   *     Next invocation</a>
   */
  void addTo(HttpHeaders headers) {
    headers.set("Lambda-Runtime-Aws-Request-Id", request.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(deadlineMs));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", request.invokedArn());
    headers.set("Lambda-Runtime-Trace-Id", traceId());
    var clientContext = request.clientContext();
    if (clientContext != null) {
      headers.set("Lambda-Runtime-Client-Context", clientContext);
    }
  }

  /** An X-Ray header that is not sampled; its digits are the request id's. */
  private String traceId() {
    var digits = (request.requestId().replace("-", "") + "0".repeat(32)).substring(0, 32);
    return "Root=1-"
        + HexFormat.of().toHexDigits((int) (deadlineMs / 1000))
        + "-"
        + digits.substring(0, TRACE_ID_DIGITS)
        + ";Parent="
        + digits.substring(digits.length() - PARENT_ID_DIGITS)
        + ";Sampled=0";
  }
}
