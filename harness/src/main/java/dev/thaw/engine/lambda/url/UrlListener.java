package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import java.time.Duration;
import java.time.Instant;

/** Told of every request to a function URL, on whichever thread answers it: it must be quick. */
@FunctionalInterface
public interface UrlListener {
  /** It came in at that instant, and was answered with that status after that time. */
  void answered(FunctionReference function, Instant at, int status, Duration latency);
}
