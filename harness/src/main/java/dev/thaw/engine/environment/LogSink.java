package dev.thaw.engine.environment;

import java.time.Instant;

/** Where environments' log events go: CloudWatch Logs, on AWS. */
@FunctionalInterface
public interface LogSink {
  void write(String group, String stream, Instant at, String message);
}
