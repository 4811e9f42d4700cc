package dev.thaw.results;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The invocations that count, of one variant in phases of one protocol. */
public record Kept(List<Invocation> invocations) {
  public Kept {
    invocations = List.copyOf(invocations);
  }

  /** Those of that run and variant. */
  public static Kept of(RunFolder.Contents run, String variant, Protocol protocol) {
    var stretches = new KeptStretches(run.stretches());
    var phases =
        run.info().plan().phases().stream()
            .filter(phase -> phase.protocol() == protocol)
            .map(PhaseInfo::name)
            .collect(Collectors.toSet());
    return new Kept(
        run.invocations().stream()
            .filter(invocation -> isOf(invocation.request().slot(), variant, phases))
            .filter(invocation -> stretches.keeps(invocation.request().slot()))
            .toList());
  }

  private static boolean isOf(Slot slot, String variant, Set<String> phases) {
    return slot.variant().equals(variant) && phases.contains(slot.phase());
  }

  /** The answered ones of that temperature. */
  public Stream<Invocation> answered(Temperature temperature) {
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
