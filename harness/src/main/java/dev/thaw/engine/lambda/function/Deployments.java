package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.invocation.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * What happens to a function after the call that created or changed it was answered: it is made
 * runnable, and its state moves on. It takes as long as the work does. See
 * https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html.
 */
public final class Deployments {
  static final String REASON = "The function is being created.";
  static final String REASON_CODE = "Creating";

  private final Functions functions;
  private final CodeStore code;
  private final Invoker invoker;
  private final Executor workers;
  private final Supplier<String> ids;

  Deployments(
      Functions functions,
      CodeStore code,
      Invoker invoker,
      Executor workers,
      Supplier<String> ids) {
    this.functions = functions;
    this.code = code;
    this.invoker = invoker;
    this.workers = workers;
    this.ids = ids;
  }

  void begin(FunctionName name, StoredFunction deployed) {
    if (code.holdAlso(deployed.code())) {
      workers.execute(() -> finish(name, deployed));
    }
  }

  private void finish(FunctionName name, StoredFunction deployed) {
    try {
      code.unpack(deployed.code());
      // Before the new version runs, so that none of its environments is among the retired.
      if (deployed.live() != null) {
        invoker.retire(name);
      }
      functions.settle(name, deployed.deployment(), old -> succeeded(name, old));
    } catch (IOException | UncheckedIOException | AwsException e) {
      var reason = String.valueOf(e.getMessage());
      functions.settle(name, deployed.deployment(), old -> failed(old, reason));
    } finally {
      code.release(deployed.code());
    }
  }

  private StoredFunction succeeded(FunctionName name, StoredFunction old) {
    code.hold(old.code());
    if (old.live() != null) {
      code.release(old.live().code());
    }
    var configuration =
        old.configuration().toBuilder()
            .state(State.ACTIVE)
            .stateReason(null)
            .stateReasonCode((String) null)
            .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
            .lastUpdateStatusReason(null)
            .lastUpdateStatusReasonCode((String) null)
            .revisionId(ids.get())
            .build();
    return old.running(configuration, new StoredFunction.Live(version(name, old), old.code()));
  }

  private static FunctionVersion version(FunctionName name, StoredFunction function) {
    var configuration = function.configuration();
    return new FunctionVersion(
        name,
        FunctionReference.LATEST,
        function.deployment(),
        configuration.runtimeAsString(),
        configuration.handler(),
        new Memory(configuration.memorySize()),
        Duration.ofSeconds(configuration.timeout()),
        function.code().folder(),
        Configurations.variables(configuration));
  }

  private StoredFunction failed(StoredFunction old, String reason) {
    var configuration = old.configuration().toBuilder().revisionId(ids.get());
    return old.with(
        old.live() == null
            ? configuration
                .state(State.FAILED)
                .stateReason(reason)
                .stateReasonCode("InvalidZipFileException")
                .build()
            : updateFailed(configuration, reason));
  }

  private static FunctionConfiguration updateFailed(
      FunctionConfiguration.Builder configuration, String reason) {
    return configuration
        .lastUpdateStatus(LastUpdateStatus.FAILED)
        .lastUpdateStatusReason(reason)
        .lastUpdateStatusReasonCode("InvalidZipFileException")
        .build();
  }
}
