package dev.thaw.engine.environment;

import dev.thaw.invocation.ReportLine;
import dev.thaw.rules.price.Billing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An invocation between its arrival at an environment and its answer. Its duration counts from its
 * arrival, or from the end of the Init phase if it waited for that.
 */
final class OngoingInvocation {
  private static final double NS_PER_MS = 1e6;

  private final InvocationRequest request;
  private final Trace trace;
  private final CompletableFuture<InvocationResult> future = new CompletableFuture<>();
  private long startedNs;
  private @Nullable Long initNs;
  private @Nullable Failure failure;
  private long failedNs;

  OngoingInvocation(InvocationRequest request, Trace trace, long arrivedNs) {
    this.request = request;
    this.trace = trace;
    this.startedNs = arrivedNs;
  }

  InvocationRequest request() {
    return request;
  }

  Trace trace() {
    return trace;
  }

  String requestId() {
    return request.requestId();
  }

  CompletableFuture<InvocationResult> future() {
    return future;
  }

  long startedNs() {
    return startedNs;
  }

  /** The Init phase ended well, and only now the invocation's own time begins. */
  void initialized(long initDurationNs, long atNs) {
    initNs = initDurationNs;
    startedNs = atNs;
  }

  /** The Init phase failed: it is repeated on the invocation's own time. */
  void restartedAt(long atNs) {
    startedNs = atNs;
  }

  /** The runtime reported an error, and has not said yet whether it goes on. */
  void failed(long atNs, Failure reported) {
    failure = reported;
    failedNs = atNs;
  }

  Failure failure() {
    return Objects.requireNonNull(failure, "no error was reported");
  }

  long failedNs() {
    return failedNs;
  }

  /** Its REPORT line, the duration capped at the function timeout. */
  ReportLine report(long endedNs, FunctionVersion version, int maxMemoryUsedMb) {
    double durationMs = Math.min(endedNs - startedNs, version.timeout().toNanos()) / NS_PER_MS;
    var init = initNs;
    double initMs = init == null ? 0 : init / NS_PER_MS;
    var line =
        ReportLine.warm(
            requestId(),
            durationMs,
            Billing.billedMs(durationMs, initMs),
            version.memory().megabytes(),
            maxMemoryUsedMb);
    return init == null ? line : line.withInit(initMs);
  }
}
