package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.Attachments;
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
import software.amazon.awssdk.services.lambda.model.TracingMode;

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
        invoker.retire(name, FunctionReference.LATEST);
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
    var deployed = configuration(old.configuration());
    return old.running(deployed, live(name, FunctionReference.LATEST, old.latest()))
        .with(old.versions().map(version -> activated(name, old.deployment(), version)));
  }

  /** A version that was published with the deployment becomes active together with it. */
  private StoredVersion activated(FunctionName name, String deployment, StoredVersion version) {
    if (!version.isPending() || !version.deployment().equals(deployment)) {
      return version;
    }
    var number = version.configuration().version();
    return new StoredVersion(
        configuration(version.configuration()),
        version.code(),
        deployment,
        live(name, number, version));
  }

  private FunctionConfiguration configuration(FunctionConfiguration deployed) {
    return Configurations.withoutStatus(deployed).toBuilder()
        .state(State.ACTIVE)
        .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
        .revisionId(ids.get())
        .build();
  }

  /** What runs under that number with the settings and the code of a version. */
  static StoredFunction.Live live(FunctionName name, String number, StoredVersion version) {
    var configuration = version.configuration();
    var runnable =
        new FunctionVersion(
            name,
            number,
            version.deployment(),
            configuration.runtimeAsString(),
            configuration.handler(),
            new Memory(configuration.memorySize()),
            Duration.ofSeconds(configuration.timeout()),
            version.code().folder(),
            Configurations.variables(configuration),
            attachments(name, version));
    return new StoredFunction.Live(runnable, version.code());
  }

  private static Attachments attachments(FunctionName name, StoredVersion version) {
    var layers = version.code().layers().stream().map(CodePackage::folder).toList();
    var configuration = version.configuration();
    return new Attachments(
        layers,
        LoggingRules.settings(name, configuration.loggingConfig()),
        configuration.tracingConfig().mode() == TracingMode.ACTIVE);
  }

  private StoredFunction failed(StoredFunction old, String reason) {
    var configuration = old.configuration().toBuilder().revisionId(ids.get());
    return old.with(
            old.live() == null
                ? creationFailed(configuration, reason)
                : updateFailed(configuration, reason))
        .with(old.versions().map(version -> failed(old.deployment(), version, reason)));
  }

  private StoredVersion failed(String deployment, StoredVersion version, String reason) {
    if (!version.isPending() || !version.deployment().equals(deployment)) {
      return version;
    }
    var configuration = version.configuration().toBuilder().revisionId(ids.get());
    return new StoredVersion(
        creationFailed(configuration, reason), version.code(), deployment, null);
  }

  private static FunctionConfiguration creationFailed(
      FunctionConfiguration.Builder configuration, String reason) {
    return configuration
        .state(State.FAILED)
        .stateReason(reason)
        .stateReasonCode("InvalidZipFileException")
        .build();
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
