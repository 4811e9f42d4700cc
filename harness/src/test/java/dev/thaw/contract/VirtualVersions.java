package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.environment.Attachments;
import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.ManualClock;
import dev.thaw.engine.environment.ManualLoop;
import dev.thaw.engine.environment.VirtualFleet;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.engine.lambda.admission.Provisioner;
import dev.thaw.engine.lambda.function.DirectInvocations;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Memory;
import dev.thaw.load.SimulatedTimes;
import dev.thaw.rules.environment.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The versions of one function on the engine, which take no time, and what is provisioned. */
final class VirtualVersions implements AutoCloseable {
  private static final FunctionName NAME = new FunctionName("eu-west-1", "123456789012", "f");

  private final ManualClock clock = new ManualClock();
  private final ManualLoop loop = new ManualLoop(clock);
  private final InvocationCounts counts = new InvocationCounts(clock);
  private final EnvironmentFleet fleet;
  private final ProvisionedConfigs configs;
  private final DirectInvocations invocations;

  VirtualVersions(Path folder) {
    var time = new PlatformTime(clock, 1, loop.timer());
    var accounts = new Accounts(1_000, clock);
    try {
      this.fleet = VirtualFleet.start(folder, clock, loop, Retention.MEASURED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.configs =
        new ProvisionedConfigs(
            accounts, Provisioner.on(time, clock, fleet, Retention.MEASURED.lifetime()));
    this.invocations = DirectInvocations.of(counts.counting(fleet), accounts, counts);
  }

  private static FunctionVersion version(String number) {
    return new FunctionVersion(
        NAME,
        number,
        "revision",
        "java17",
        "example.Handler",
        new Memory(1024),
        Duration.ofSeconds(3),
        Path.of("/nowhere"),
        Map.of(SimulatedTimes.VARIABLE, "init: constant 0 ms; service: constant 0 ms"),
        Attachments.NONE);
  }

  /** Requests one environment of that version under the alias, dated 0. */
  void provisionAs(String alias, String version) {
    configs.put(version(version), alias, 1, "0");
  }

  void move(String alias, String version) {
    configs.move(version(version), alias);
  }

  ProvisionedState state(String alias) {
    return configs.find(NAME, alias).orElseThrow();
  }

  void advance(Duration time) {
    loop.advance(time);
  }

  /** Whether an invocation of that version runs on a provisioned environment now. */
  boolean isProvisioned(String version) {
    long before = counts.tally().provisioned();
    var request = new InvocationRequest("id", NAME.arn(), "{}".getBytes(UTF_8), null);
    var unused = invocations.invoke(version(version), request, false);
    loop.advance(Duration.ZERO);
    return counts.tally().provisioned() > before;
  }

  @Override
  public void close() {
    fleet.close();
    loop.run();
  }
}
