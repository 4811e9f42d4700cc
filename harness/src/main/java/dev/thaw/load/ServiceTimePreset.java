package dev.thaw.load;

import dev.thaw.invocation.Memory;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Service times as others measured them on Lambda, by name. They are dated, and not the truth about
 * anybody's function; a part that was not measured is null.
 *
 * @param init Init (or Restore) Duration
 * @param hidden what a cold start takes that no log line shows
 * @param roundTrip client latency that is none of the others
 * @param warm Duration of the function that was measured
 * @param firstDurationMs by memory size in MB, how much longer the first invocation of an
 *     environment takes than later ones
 */
public record ServiceTimePreset(
    String name,
    PresetOrigin origin,
    @Nullable Distribution init,
    @Nullable Distribution hidden,
    @Nullable Distribution roundTrip,
    @Nullable Distribution warm,
    SortedMap<Integer, Double> firstDurationMs) {

  /** From here on a function has one vCPU or more. */
  private static final double ONE_CPU_MB = 1769;

  private static final int NAMES_IN_ERROR = 4;
  private static final List<ServiceTimePreset> ALL = PresetFile.read();

  public ServiceTimePreset {
    firstDurationMs = Collections.unmodifiableSortedMap(new TreeMap<>(firstDurationMs));
  }

  /** All that Thaw comes with, in the order of their file. */
  public static List<ServiceTimePreset> all() {
    return ALL;
  }

  /** The one of that name; an unknown name is refused with those that are near. */
  public static ServiceTimePreset find(String name) {
    return ALL.stream()
        .filter(preset -> preset.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no service-time preset '%s'; the nearest are %s"
                        .formatted(name, nearest(name))));
  }

  private static String nearest(String name) {
    ToIntFunction<ServiceTimePreset> distance = preset -> EditDistance.of(name, preset.name);
    return ALL.stream()
        .sorted(Comparator.comparingInt(distance))
        .limit(NAMES_IN_ERROR)
        .map(ServiceTimePreset::name)
        .collect(Collectors.joining(", "));
  }

  /** The times of the function that was measured. */
  public ServiceTimes times(Memory memory) {
    if (warm == null) {
      throw new IllegalArgumentException(
          "preset '%s' has no times of warm invocations; give the function's own".formatted(name));
    }
    return times(memory, warm, 0);
  }

  /**
   * The times of a function of one's own: its warm invocations, of which {@code cpuMs} are work on
   * one vCPU that a smaller share of it makes longer, and the preset for the rest.
   *
   * @param otherWarm what a warm invocation takes besides, whatever the memory size
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Memory:
   *     at 1,769 MB a function has the equivalent of one vCPU</a>
   */
  public ServiceTimes times(Memory memory, Distribution otherWarm, double cpuMs) {
    double slowdown = Math.max(1, ONE_CPU_MB / memory.megabytes());
    var warmDuration = ShiftedTime.of(otherWarm, cpuMs * slowdown);
    return new ServiceTimes(
        orNone(hidden),
        orNone(init),
        ShiftedTime.of(warmDuration, firstDurationMs(memory)),
        warmDuration,
        orNone(roundTrip));
  }

  private static Distribution orNone(@Nullable Distribution distribution) {
    return distribution == null ? new ConstantTime(0) : distribution;
  }

  /**
   * How much longer a first invocation takes at that memory size: between two sizes that were
   * measured on the straight line of the logarithms, beyond them as at the nearest, 0 if none was.
   */
  public double firstDurationMs(Memory memory) {
    if (firstDurationMs.isEmpty()) {
      return 0;
    }
    int asked = memory.megabytes();
    int megabytes =
        Math.max(firstDurationMs.firstKey(), Math.min(firstDurationMs.lastKey(), asked));
    int low = firstDurationMs.headMap(megabytes + 1).lastKey();
    int high = firstDurationMs.tailMap(megabytes).firstKey();
    double lowMs = at(low);
    double highMs = at(high);
    if (low == high) {
      return lowMs;
    }
    double share = Logarithm.of(megabytes / (double) low) / Logarithm.of(high / (double) low);
    return lowMs * Exponential.of(share * Logarithm.of(highMs / lowMs));
  }

  private double at(int megabytes) {
    return Objects.requireNonNull(firstDurationMs.get(megabytes));
  }
}
