package dev.thaw.engine.environment;

import io.netty.handler.codec.http.HttpHeaders;

/**
 * An invocation as a runtime gets it: with its trace, its start, and its deadline in ms since the
 * epoch.
 */
record Delivery(InvocationRequest request, Trace trace, long startedNs, long deadlineMs) {
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
    headers.set("Lambda-Runtime-Trace-Id", trace.header());
    var clientContext = request.clientContext();
    if (clientContext != null) {
      headers.set("Lambda-Runtime-Client-Context", clientContext);
    }
  }
}
