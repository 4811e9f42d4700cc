package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.admission.AccountConcurrency;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.Provisioner;
import dev.thaw.engine.lambda.function.DirectInvocations;
import dev.thaw.invocation.Memory;
import dev.thaw.load.SimulatedTimes;
import dev.thaw.model.Load;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A function of a case on the engine, and its load. */
final class VirtualFunction implements AutoCloseable {
  private static final String VERSION = "1";

  private final VirtualEngine engine;
  private final ContractFunction function;
  private final EnvironmentFleet fleet;
  private final FunctionVersion version;
  private final InvocationCounts counts;
  private final DirectInvocations invocations;
  private final ProvisionedConfigs provisioned;

  VirtualFunction(VirtualEngine engine, ContractFunction function, EnvironmentFleet fleet) {
    this.engine = engine;
    this.function = function;
    this.fleet = fleet;
    this.version = version(function);
    this.counts = new InvocationCounts();
    this.invocations = DirectInvocations.of(counts.counting(fleet), engine.accounts(), counts);
    this.provisioned =
        new ProvisionedConfigs(
            engine.accounts(),
            Provisioner.on(engine.time(), engine.clock(), fleet, function.lifetime()));
  }

  private static FunctionVersion version(ContractFunction function) {
    return new FunctionVersion(
        new FunctionName("eu-west-1", "123456789012", function.name()),
        VERSION,
        "revision",
        "java17",
        "example.Handler",
        new Memory(1024),
        function.timeout(),
        Path.of("/nowhere"),
        Map.of(SimulatedTimes.VARIABLE, function.simulatedTimes()));
  }

  void setAside() {
    if (function.reserved() != null) {
      account().reserve(version.name(), function.reserved());
    }
    if (function.provisioned() > 0) {
      provisioned.put(version, VERSION, function.provisioned(), "");
    }
  }

  private AccountConcurrency account() {
    return engine.accounts().of(version.name());
  }

  void requireProvisioned() {
    assertThat(provisioned.of(version.name()))
        .allSatisfy(state -> assertThat(state.status()).isEqualTo(ProvisionedStatus.READY));
  }

  /** Events and records may be played here, too, as soon as somebody has a case for them. */
  void planLoads() {
    for (var load : function.loads()) {
      if (!(load instanceof Load.Sync)) {
        throw new UnsupportedOperationException("no player for " + load);
      }
      plan(load, () -> invoke(false));
    }
  }

  private void plan(Load load, Runnable arrival) {
    long startNs = engine.clock().nanoTime() + load.start().toNanos();
    var offsets = load.arrivals().offsetsNs(load.seed());
    while (offsets.hasNext()) {
      engine.loop().timer().at(startNs + offsets.nextLong(), arrival);
    }
  }

  private void invoke(boolean isAsync) {
    var request = new InvocationRequest("id", version.name().arn(), "{}".getBytes(UTF_8), null);
    var unused = invocations.invoke(version, request, isAsync);
  }

  /** The books are checked: nothing runs any more, and nothing was lost. */
  Observed observed() {
    assertThat(account().running(version.name())).isZero();
    return new Observed(counts.tally(), List.of());
  }

  @Override
  public void close() {
    fleet.close();
  }
}
