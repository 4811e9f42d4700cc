package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.engine.autoscaling.VirtualScaler;
import dev.thaw.engine.environment.Attachments;
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
import dev.thaw.model.QueuedOutcome;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
  private final List<Supplier<QueuedOutcome>> queued = new ArrayList<>();
  private final Map<Load, VirtualStream> streams = new LinkedHashMap<>();

  VirtualFunction(VirtualEngine engine, ContractFunction function, EnvironmentFleet fleet) {
    this.engine = engine;
    this.function = function;
    this.fleet = fleet;
    this.version = version(function);
    this.counts = new InvocationCounts(engine.clock());
    var environments = counts.counting(fleet);
    this.invocations = DirectInvocations.of(environments, engine.accounts(), counts);
    this.provisioned =
        new ProvisionedConfigs(
            engine.accounts(),
            Provisioner.on(engine.time(), engine.clock(), environments, function.lifetime()));
    for (var load : function.loads()) {
      if (load instanceof Load.Stream stream) {
        streams.put(load, new VirtualStream(engine, version, invocations, stream));
      }
    }
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
        Map.of(SimulatedTimes.VARIABLE, function.simulatedTimes()),
        Attachments.NONE);
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

  void planLoads() {
    counts.begin();
    scale();
    for (var load : function.loads()) {
      if (load instanceof Load.Sync) {
        plan(load, () -> invoke(false));
      } else if (load instanceof Load.Async async) {
        var player = new VirtualEvents(engine, version, invocations, async.settings());
        queued.add(() -> player.outcome(counts.tally().throttled()));
        plan(load, player::accept);
      } else if (load instanceof Load.Stream stream) {
        plan(stream);
      } else {
        throw new UnsupportedOperationException("no player for " + load);
      }
    }
  }

  private void scale() {
    var scaling = function.scaling();
    if (scaling != null) {
      new VirtualScaler(provisioned, version, engine.time(), engine.clock())
          .start(scaling.capacity(), scaling.tracking(), scaling.actions());
    }
  }

  private void plan(Load.Stream load) {
    var player = requireNonNull(streams.get(load));
    queued.add(player::outcome);
    long mappedNs = load.start().plus(load.settings().mappedAfter()).toNanos();
    engine.loop().timer().at(engine.clock().nanoTime() + mappedNs, player::map);
    plan(load, player::put);
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
    return new Observed(
        counts.tally(), counts.billed(), queued.stream().map(Supplier::get).toList());
  }

  /** The events of its streams' batches, in the order in which they were done with. */
  List<JsonNode> batches() {
    return streams.values().stream().flatMap(stream -> stream.events().stream()).toList();
  }

  @Override
  public void close() {
    streams.values().forEach(VirtualStream::close);
    fleet.close();
  }
}
