package dev.thaw.target;

import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** A function on a target, as far as an experiment changes it. */
public final class DeployedFunction {
  /** Lambda checks its form only; the engine has no roles, AWS stacks bring their own. */
  private static final String ROLE = "arn:aws:iam::000000000000:role/thaw";

  private static final String CYCLE = "THAW_CYCLE";
  private static final Duration LONGEST_CHANGE = Duration.ofMinutes(2);

  private final LambdaClient lambda;
  private final Clock clock;
  private final Duration pollInterval;
  private final String name;
  private Map<String, String> environment = Map.of();
  private String arn = "";
  private String qualifier = "";
  private @Nullable Duration readyAfter;

  DeployedFunction(LambdaClient lambda, Clock clock, Duration pollInterval, String name) {
    this.lambda = lambda;
    this.clock = clock;
    this.pollInterval = pollInterval;
    this.name = name;
  }

  public String name() {
    return name;
  }

  void create(FunctionSettings settings, byte[] zip) {
    environment = settings.environment();
    var created =
        lambda.createFunction(
            create ->
                create
                    .functionName(name)
                    .role(ROLE)
                    .runtime(settings.runtime())
                    .handler(settings.handler())
                    .memorySize(settings.memory().megabytes())
                    .timeout(Math.toIntExact(settings.timeout().toSeconds()))
                    .environment(variables -> variables.variables(environment))
                    .loggingConfig(logging -> logging.logFormat(settings.logFormat().wire()))
                    .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
    arn = created.functionArn();
    awaitSettled("");
    setAside(settings.setAside());
  }

  private void setAside(SetAside aside) {
    if (aside.reserved() != null) {
      lambda.putFunctionConcurrency(
          put -> put.functionName(name).reservedConcurrentExecutions(aside.reserved()));
    }
    if (aside.provisioned() > 0) {
      var provisioned = new ProvisionedAlias(lambda, clock, pollInterval, name);
      readyAfter = provisioned.create(aside.provisioned());
      qualifier = ":" + ProvisionedAlias.NAME;
    }
  }

  /** How it is invoked: its name, with that of the alias whose environments are provisioned. */
  public String invoked() {
    return name + qualifier;
  }

  /** The alias that is invoked, if it is not the function itself. */
  Optional<String> alias() {
    return qualifier.isEmpty() ? Optional.empty() : Optional.of(ProvisionedAlias.NAME);
  }

  /** The ARN of what is invoked. */
  String arn() {
    return arn + qualifier;
  }

  /** How long its provisioned environments took to be ready, if it has any. */
  Optional<Duration> readyAfter() {
    return Optional.ofNullable(readyAfter);
  }

  /**
   * Makes every environment of the function stale, so that the next invocations are cold starts:
   * changes a variable, then waits until the revision has changed and the update is through.
   */
  public void renewEnvironments(int cycle) {
    var variables = new HashMap<>(environment);
    variables.put(CYCLE, String.valueOf(cycle));
    try {
      var before = configuration().revisionId();
      lambda.updateFunctionConfiguration(
          update -> update.functionName(name).environment(env -> env.variables(variables)));
      awaitSettled(before);
    } catch (SdkException e) {
      throw new TargetException(
          "function %s could not be updated: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Invokes the function once and waits; a function error is a {@link TargetException}. */
  public String invoke(String payload) {
    try {
      var response =
          lambda.invoke(
              invoke -> invoke.functionName(invoked()).payload(SdkBytes.fromUtf8String(payload)));
      if (response.functionError() != null) {
        throw new TargetException(
            "function %s failed: %s".formatted(name, response.payload().asUtf8String()));
      }
      return response.payload().asUtf8String();
    } catch (SdkException e) {
      throw new TargetException(
          "function %s could not be invoked: %s".formatted(name, e.getMessage()), e);
    }
  }

  private void awaitSettled(String revisionBefore) {
    long deadlineNs = clock.nanoTime() + LONGEST_CHANGE.toNanos();
    while (true) {
      var now = configuration();
      if (isSettled(now) && !now.revisionId().equals(revisionBefore)) {
        return;
      }
      if (now.state() == State.FAILED || now.lastUpdateStatus() == LastUpdateStatus.FAILED) {
        throw new TargetException(
            "function %s failed to deploy: %s %s"
                .formatted(name, now.stateReason(), now.lastUpdateStatusReason()));
      }
      if (clock.nanoTime() > deadlineNs || Thread.currentThread().isInterrupted()) {
        throw new TargetException(
            "function %s is still %s after %d s"
                .formatted(name, now.lastUpdateStatusAsString(), LONGEST_CHANGE.toSeconds()));
      }
      clock.sleep(pollInterval);
    }
  }

  private static boolean isSettled(GetFunctionConfigurationResponse now) {
    return now.state() == State.ACTIVE && now.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL;
  }

  private GetFunctionConfigurationResponse configuration() {
    return lambda.getFunctionConfiguration(get -> get.functionName(name));
  }

  /** Deletes the function; false if it may still be there. */
  boolean delete() {
    try {
      lambda.deleteFunction(delete -> delete.functionName(name));
      return true;
    } catch (ResourceNotFoundException gone) {
      return true;
    } catch (SdkException e) {
      return false;
    }
  }
}
