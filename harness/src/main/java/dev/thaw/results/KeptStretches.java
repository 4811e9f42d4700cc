package dev.thaw.results;

import dev.thaw.invocation.Slot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which requests count. Of two stretches with the same first index the later one holds (a cycle may
 * be announced and then discarded); a request that no stretch covers counts, so that a run that was
 * killed still shows what it has.
 */
final class KeptStretches {
  private record Place(String phase, String variant) {}

  private final Map<Place, TreeMap<Long, Stretch>> stretches = new HashMap<>();

  KeptStretches(List<Stretch> all) {
    for (var stretch : all) {
      stretches
          .computeIfAbsent(new Place(stretch.phase(), stretch.variant()), place -> new TreeMap<>())
          .put(stretch.firstIndex(), stretch);
    }
  }

  boolean keeps(Slot slot) {
    return at(slot).map(Stretch::isKept).orElse(true);
  }

  /** Whether it was sent before the load that counts, and for its sake. */
  boolean isWarmUp(Slot slot) {
    return at(slot).filter(stretch -> Stretch.WARM_UP.equals(stretch.reason())).isPresent();
  }

  private Optional<Stretch> at(Slot slot) {
    var here = stretches.get(new Place(slot.phase(), slot.variant()));
    var entry = here == null ? null : here.floorEntry(slot.index());
    return Optional.ofNullable(entry)
        .map(Map.Entry::getValue)
        .filter(stretch -> slot.index() < stretch.firstIndex() + stretch.count());
  }

  /** The stretches that count, of one variant in one phase. */
  Stream<Stretch> kept(String phase, String variant) {
    return in(phase, variant).stream().filter(Stretch::isKept);
  }

  /** The stretches that do not count, of one variant in one phase. */
  Stream<Stretch> discarded(String phase, String variant) {
    return in(phase, variant).stream().filter(stretch -> !stretch.isKept());
  }

  private Collection<Stretch> in(String phase, String variant) {
    return stretches.getOrDefault(new Place(phase, variant), new TreeMap<>()).values();
  }
}
