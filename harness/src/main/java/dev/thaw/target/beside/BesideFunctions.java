package dev.thaw.target.beside;

import dev.thaw.invocation.Clock;
import dev.thaw.target.AwsClients;
import dev.thaw.target.TargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * Makes functions of the one package at one endpoint, in the first runtime with which a function
 * answers there.
 */
final class BesideFunctions {
  private static final List<String> RUNTIMES =
      List.of("python3.13", "python3.12", "provided.al2023");
  private static final int MEMORY_MB = 256;
  private static final int TIMEOUT_SECONDS = 60;
  private static final int SHOWN = 120;
  private static final Duration LONGEST_CREATION = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private final AwsClients clients;
  private final LambdaClient lambda;
  private final Clock clock;
  private final byte[] zip = FunctionPackage.zip();
  private List<String> runtimes = RUNTIMES;
  private int made;

  /** A function that was made, and the runtime that it has. */
  record Made(String name, String runtime) {}

  BesideFunctions(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.lambda = clients.lambda();
    this.clock = clock;
  }

  /** A new function, none of whose environments exists. */
  Made create(Map<String, String> variables) {
    if (runtimes.size() > 1) {
      runtimes = List.of(findRuntime());
    }
    return create(runtimes.get(0), variables);
  }

  private String findRuntime() {
    var reasons = new ArrayList<String>();
    for (var runtime : runtimes) {
      try {
        var made = create(runtime, Map.of());
        var reason = tryOut(made.name());
        delete(made.name());
        if (reason.isEmpty()) {
          return runtime;
        }
        reasons.add(runtime + ": " + reason);
      } catch (SdkException e) {
        reasons.add(runtime + ": " + Workplace.reason(e));
      } catch (TargetException e) {
        reasons.add(runtime + ": " + e.getMessage());
      }
    }
    throw new TargetException("no function runs there; " + String.join("; ", reasons));
  }

  private Made create(String runtime, Map<String, String> variables) {
    var name = "thaw-beside-" + ++made;
    var role = "arn:aws:iam::%s:role/thaw".formatted(clients.sts().getCallerIdentity().account());
    lambda.createFunction(
        create ->
            create
                .functionName(name)
                .role(role)
                .runtime(runtime)
                .handler(FunctionPackage.HANDLER)
                .memorySize(MEMORY_MB)
                .timeout(TIMEOUT_SECONDS)
                .environment(environment -> environment.variables(variables))
                .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
    awaitActive(name);
    return new Made(name, runtime);
  }

  private void awaitActive(String name) {
    long deadlineNs = clock.nanoTime() + LONGEST_CREATION.toNanos();
    while (true) {
      var state = lambda.getFunctionConfiguration(get -> get.functionName(name)).state();
      if (state == null || state == State.ACTIVE) {
        return;
      }
      if (state == State.FAILED || clock.nanoTime() > deadlineNs) {
        throw new TargetException("the function is " + state);
      }
      clock.sleep(POLL);
    }
  }

  /** Invokes once, and says what is wrong with the answer. */
  private String tryOut(String name) {
    var answer = invoke(name);
    return answer.contains("\"invocation\"")
        ? ""
        : "answers " + answer.substring(0, Math.min(answer.length(), SHOWN)).replace('\n', ' ');
  }

  /** What the function answers, its error if it has one. */
  String invoke(String name) {
    var payload = SdkBytes.fromUtf8String("{}");
    return lambda
        .invoke(invoke -> invoke.functionName(name).payload(payload))
        .payload()
        .asUtf8String();
  }

  void delete(String name) {
    lambda.deleteFunction(delete -> delete.functionName(name));
  }
}
