package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All layers of all accounts and regions. Their versions' numbers are never given twice; a version
 * that is deleted lives on in the functions that have it. Thread-safe by one lock.
 */
public final class Layers {
  private final CodeStore code;
  private final Map<LayerName, NavigableMap<Long, LayerVersion>> versions = new HashMap<>();
  private final Map<LayerName, Long> last = new HashMap<>();

  Layers(CodeStore code) {
    this.code = code;
  }

  /** Adds the version that is made for its number, and whose package its maker holds. */
  public synchronized LayerVersion add(LayerName layer, LongFunction<LayerVersion> maker) {
    long number = last.merge(layer, 1L, Long::sum);
    var version = maker.apply(number);
    versions.computeIfAbsent(layer, added -> new TreeMap<>()).put(number, version);
    return version;
  }

  public synchronized Optional<LayerVersion> find(LayerName.Versioned wanted) {
    return Optional.ofNullable(of(wanted.layer()).get(wanted.version()));
  }

  private NavigableMap<Long, LayerVersion> of(LayerName layer) {
    return versions.getOrDefault(layer, new TreeMap<>());
  }

  /** The versions of a layer, the newest first. */
  public synchronized List<LayerVersion> versions(LayerName layer) {
    return List.copyOf(of(layer).descendingMap().values());
  }

  /** The layers of an account in a region that have any version. */
  public synchronized List<LayerName> of(Caller owner) {
    return versions.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .filter(layer -> layer.account().equals(owner.account()))
        .filter(layer -> layer.region().equals(owner.region()))
        .toList();
  }

  /** How many bytes the layers of an account have in a region, zipped. */
  public synchronized long bytes(Caller owner) {
    return of(owner).stream()
        .flatMap(layer -> of(layer).values().stream())
        .mapToLong(version -> version.code().size())
        .sum();
  }

  /** Changes a version, if there is such a one. */
  public synchronized Optional<LayerVersion> update(
      LayerName.Versioned wanted, UnaryOperator<LayerVersion> change) {
    return Optional.ofNullable(
        of(wanted.layer()).computeIfPresent(wanted.version(), (n, old) -> change.apply(old)));
  }

  /** Deletes a version, if there is such a one. */
  public synchronized void delete(LayerName.Versioned wanted) {
    Stream.ofNullable(of(wanted.layer()).remove(wanted.version()))
        .forEach(deleted -> code.release(deleted.code()));
  }

  /** The versions with those ARNs, each held once for the caller. */
  synchronized List<LayerVersion> take(List<LayerName.Versioned> wanted) {
    var taken = new ArrayList<LayerVersion>();
    for (var each : wanted) {
      taken.add(
          find(each)
              .orElseThrow(
                  () -> LambdaError.invalid("Layer version " + each.arn() + " does not exist.")));
    }
    taken.forEach(version -> code.hold(version.code()));
    return taken;
  }
}
