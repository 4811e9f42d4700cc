package dev.thaw.results;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invocations of one variant that belong together: those that count, or those of a warm-up. */
public record Kept(List<Invocation> invocations) {
  static final Kept NONE = new Kept(List.of());

  public Kept {
    invocations = List.copyOf(invocations);
  }

  /** Those that count, in all phases. */
  static Kept of(RunFolder.Contents run, String variant) {
    var stretches = new KeptStretches(run.stretches());
    return of(run, variant, stretches::keeps);
  }

  /** Those that count, in the phases of one protocol. */
  public static Kept of(RunFolder.Contents run, String variant, Protocol protocol) {
    var phases =
        run.info().plan().phases().stream()
            .filter(phase -> phase.protocol() == protocol)
            .map(PhaseInfo::name)
            .collect(Collectors.toSet());
    var stretches = new KeptStretches(run.stretches());
    return of(run, variant, slot -> phases.contains(slot.phase()) && stretches.keeps(slot));
  }

  /** Those that count, in one phase. */
  public static Kept of(RunFolder.Contents run, String variant, String phase) {
    var stretches = new KeptStretches(run.stretches());
    return of(run, variant, slot -> phase.equals(slot.phase()) && stretches.keeps(slot));
  }

  /** Those that do not count, in one phase: of warm-ups, and discarded ones. */
  public static Kept left(RunFolder.Contents run, String variant, String phase) {
    var stretches = new KeptStretches(run.stretches());
    return of(run, variant, slot -> phase.equals(slot.phase()) && !stretches.keeps(slot));
  }

  /** Those that were sent before the load of a phase, and do not count. */
  public static Kept warmUp(RunFolder.Contents run, String variant, String phase) {
    var stretches = new KeptStretches(run.stretches());
    return of(run, variant, slot -> phase.equals(slot.phase()) && stretches.isWarmUp(slot));
  }

  private static Kept of(RunFolder.Contents run, String variant, Predicate<Slot> belongs) {
    return new Kept(
        run.invocations().stream()
            .filter(invocation -> invocation.request().slot().variant().equals(variant))
            .filter(invocation -> belongs.test(invocation.request().slot()))
            .toList());
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
