package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.ProvisionedEnvironment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Environments whose inits and invocations end when the test says so. */
final class ScriptedProvision implements Invoker {
  private static final InvocationResult RESULT = new InvocationResult(new byte[0], null, "");

  private final List<Scripted> initialised = new ArrayList<>();
  private final Queue<Scripted> initialising = new ArrayDeque<>();
  private final Queue<CompletableFuture<InvocationResult>> running = new ArrayDeque<>();
  private final Queue<CompletableFuture<InvocationResult>> onDemand = new ArrayDeque<>();

  private final class Scripted implements ProvisionedEnvironment {
    private final CompletableFuture<ProvisionedEnvironment> init = new CompletableFuture<>();
    private final Runnable lost;
    private boolean isIntact = true;
    private boolean isEnded;

    Scripted(Runnable lost) {
      this.lost = lost;
    }

    @Override
    public CompletableFuture<InvocationResult> invoke(InvocationRequest request) {
      var answer = new CompletableFuture<InvocationResult>();
      running.add(answer);
      return answer;
    }

    @Override
    public boolean isIntact() {
      return isIntact;
    }

    @Override
    public void end() {
      isEnded = true;
    }
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
    var answer = new CompletableFuture<InvocationResult>();
    onDemand.add(answer);
    return answer;
  }

  @Override
  public CompletableFuture<ProvisionedEnvironment> provision(
      FunctionVersion version, Runnable lost) {
    var environment = new Scripted(lost);
    initialising.add(environment);
    return environment.init;
  }

  /** How many inits are going on. */
  int starting() {
    return initialising.size();
  }

  /** The init that began first ends. */
  void initialise() {
    var environment = initialising.remove();
    initialised.add(environment);
    environment.init.complete(environment);
  }

  void initialiseAll() {
    while (!initialising.isEmpty()) {
      initialise();
    }
  }

  void fail() {
    initialising.remove().init.completeExceptionally(new IllegalStateException("as scripted"));
  }

  /** The runtime of an idle environment ends. */
  void lose(int number) {
    initialised.get(number).isIntact = false;
    initialised.get(number).lost.run();
  }

  void breakAll() {
    initialised.forEach(environment -> environment.isIntact = false);
  }

  /** The invocation on a provisioned environment that began first ends. */
  void answer() {
    running.remove().complete(RESULT);
  }

  void answerOnDemand() {
    onDemand.remove().complete(RESULT);
  }

  boolean isEnded(int number) {
    return initialised.get(number).isEnded;
  }

  /** Initialised, and not ended. */
  long living() {
    return initialised.stream().filter(environment -> !environment.isEnded).count();
  }

  @Override
  public void retire(FunctionName name) {}

  @Override
  public void retire(FunctionName name, String version) {}
}
