package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.invocation.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.lambda.model.RuntimeVersionConfig;

/** What Lambda's operations, and those who invoke functions of themselves, share. */
public record Lambda(
    Functions functions,
    CodeStore code,
    CodeSource source,
    Deployments deployments,
    Accounts accounts,
    ThrottlingInvoker invoker,
    Invocations invocations,
    List<FunctionListener> listeners,
    InvocationListeners invocationListeners,
    Clock clock,
    Supplier<String> ids) {

  /**
   * Where Lambda's parts live and work: its folder for unpacked code, S3, who runs things, and the
   * chance by which weighted aliases choose.
   */
  public record Surroundings(
      Path folder,
      Buckets buckets,
      Invoker invoker,
      Accounts accounts,
      Executor workers,
      RandomGenerator random) {}

  /** Lambda without any function; {@code ids} gives UUIDs. */
  public static Lambda create(Surroundings around, Clock clock, Supplier<String> ids) {
    var functions = new Functions(around.random());
    var code = new CodeStore(around.folder(), around.buckets());
    var deployments = new Deployments(functions, code, around.invoker(), around.workers(), ids);
    var source = new CodeSource(around.buckets());
    var invocationListeners = new InvocationListeners();
    var invoker = new ThrottlingInvoker(around.invoker(), around.accounts(), invocationListeners);
    var invocations = new Invocations(functions, code, invoker);
    return new Lambda(
        functions,
        code,
        source,
        deployments,
        around.accounts(),
        invoker,
        invocations,
        new CopyOnWriteArrayList<>(),
        invocationListeners,
        clock,
        ids);
  }

  /** The present, as Lambda writes it. */
  public String now() {
    return Configurations.lastModified(clock.now());
  }

  public RuntimeVersionConfig runtimeVersion(FunctionName name, StoredVersion version) {
    var runtime = version.configuration().runtimeAsString();
    return RuntimeVersionConfig.builder()
        .runtimeVersionArn(Runtimes.versionArn(name, runtime))
        .build();
  }
}
