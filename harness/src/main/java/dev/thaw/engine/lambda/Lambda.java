package dev.thaw.engine.lambda;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.invocation.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.RuntimeVersionConfig;

/** What Lambda's operations share. */
record Lambda(
    Functions functions,
    CodeStore code,
    CodeSource source,
    Deployments deployments,
    ThrottlingInvoker invoker,
    Clock clock,
    Supplier<String> ids) {

  static Lambda create(LambdaService.Surroundings around, Clock clock, Supplier<String> ids) {
    var functions = new Functions();
    var code = new CodeStore(around.folder(), around.buckets());
    var deployments = new Deployments(functions, code, around.invoker(), around.workers(), ids);
    var source = new CodeSource(around.buckets());
    var invoker = new ThrottlingInvoker(around.invoker(), around.account(), clock);
    return new Lambda(functions, code, source, deployments, invoker, clock, ids);
  }

  /** The present, as Lambda writes it. */
  String now() {
    return Configurations.lastModified(clock.now());
  }

  RuntimeVersionConfig runtimeVersion(FunctionName name, StoredFunction function) {
    var runtime = function.configuration().runtimeAsString();
    return RuntimeVersionConfig.builder()
        .runtimeVersionArn(Runtimes.versionArn(name, runtime))
        .build();
  }
}
