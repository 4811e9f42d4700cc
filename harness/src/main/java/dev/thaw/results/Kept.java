package dev.thaw.results;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import java.util.List;
import java.util.stream.Stream;

/** The invocations that count, of one variant in phases of one protocol. */
record Kept(List<Invocation> invocations) {
  static Kept of(RunFolder.Contents run, String variant, Protocol protocol) {
    var stretches = new KeptStretches(run.stretches());
    var plan = run.info().plan();
    return new Kept(
        run.invocations().stream()
            .filter(invocation -> invocation.request().slot().variant().equals(variant))
            .filter(
                invocation ->
                    plan.phase(invocation.request().slot().phase())
                        .filter(phase -> phase.protocol() == protocol)
                        .isPresent())
            .filter(invocation -> stretches.keeps(invocation.request().slot()))
            .toList());
  }

  /** The answered ones of that temperature. */
  Stream<Invocation> answered(Temperature temperature) {
    return invocations.stream()
        .filter(invocation -> invocation.temperature() == temperature)
        .filter(invocation -> invocation.request().answer().isSuccess());
  }

  long count(Temperature temperature) {
    return invocations.stream()
        .filter(invocation -> invocation.temperature() == temperature)
        .count();
  }
}
