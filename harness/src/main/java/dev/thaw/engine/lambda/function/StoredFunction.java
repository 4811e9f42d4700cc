package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * A function as it stands: its configuration in Lambda's own shape, the code that it names, and the
 * version that invocations run, which lags behind while an update is in progress and does not exist
 * while the function is being created. {@code deployment} is new with each change of the code or
 * configuration; the revision id moreover with each move of the status.
 */
public record StoredFunction(
    FunctionConfiguration configuration,
    CodePackage code,
    String deployment,
    Map<String, String> tags,
    @Nullable Live live) {

  /** What invocations run: a version, and the package that must stay while they do. */
  public record Live(FunctionVersion version, CodePackage code) {}

  public boolean isPending() {
    return configuration.state() == State.PENDING;
  }

  public boolean isUpdating() {
    return configuration.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS;
  }

  public StoredFunction with(FunctionConfiguration other) {
    return new StoredFunction(other, code, deployment, tags, live);
  }

  public StoredFunction running(FunctionConfiguration other, Live now) {
    return new StoredFunction(other, code, deployment, tags, now);
  }
}
