package dev.thaw.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.engine.environment.ManualClock;
import dev.thaw.engine.environment.ManualLoop;
import dev.thaw.engine.environment.VirtualFleet;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.time.PlatformTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The parts of the engine that decide over invocations, with simulated environments, on a clock and
 * a platform time that only the run of a case moves.
 */
final class VirtualEngine {
  /** Longer than Lambda takes to provision. */
  private static final Duration UNTIL_READY = Duration.ofMinutes(5);

  /** The date at which loads begin. */
  static final Instant START_OF_LOAD = ManualClock.START.plus(UNTIL_READY);

  private final ManualClock clock = new ManualClock();
  private final ManualLoop loop = new ManualLoop(clock);
  private final PlatformTime time = new PlatformTime(clock, 1, loop.timer());
  private final Path folder;
  private final ContractCase contractCase;
  private final Accounts accounts;
  private List<VirtualFunction> functions = List.of();

  VirtualEngine(Path folder, ContractCase contractCase) {
    this.folder = folder;
    this.contractCase = contractCase;
    this.accounts = new Accounts(contractCase.accountConcurrency(), clock);
  }

  /** Provisions, and then plays the load for as long as the case lasts. */
  List<Observed> run() {
    functions = contractCase.functions().stream().map(this::start).toList();
    try {
      functions.forEach(VirtualFunction::setAside);
      loop.advance(UNTIL_READY);
      functions.forEach(VirtualFunction::requireProvisioned);
      functions.forEach(VirtualFunction::planLoads);
      loop.advance(contractCase.duration());
      return functions.stream().map(VirtualFunction::observed).toList();
    } finally {
      functions.forEach(VirtualFunction::close);
      loop.run();
    }
  }

  /** The events of the batches of all streams, in the order in which they were done with. */
  List<JsonNode> batches() {
    return functions.stream().flatMap(function -> function.batches().stream()).toList();
  }

  private VirtualFunction start(ContractFunction function) {
    try {
      var work = Files.createTempDirectory(folder, function.name());
      var fleet = VirtualFleet.start(work, clock, loop, function.retention());
      return new VirtualFunction(this, function, fleet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  ManualClock clock() {
    return clock;
  }

  ManualLoop loop() {
    return loop;
  }

  PlatformTime time() {
    return time;
  }

  Accounts accounts() {
    return accounts;
  }
}
