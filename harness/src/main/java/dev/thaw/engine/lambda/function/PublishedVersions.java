package dev.thaw.engine.lambda.function;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * The published versions of a function; their numbers are never given twice. See
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html.
 */
public record PublishedVersions(int last, NavigableMap<Integer, Published> all) {
  static final PublishedVersions NONE = new PublishedVersions(0, new TreeMap<>());

  /** A version, and the content of {@code $LATEST} that it was made of. */
  public record Published(StoredVersion version, FunctionConfiguration origin) {}

  public PublishedVersions {
    all = Collections.unmodifiableNavigableMap(all);
  }

  public Optional<StoredVersion> find(String number) {
    return parse(number).map(all::get).map(Published::version);
  }

  private static Optional<Integer> parse(String number) {
    return number.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
  }

  /** What was published last, unless it was deleted. */
  public Optional<Published> newest() {
    return Optional.ofNullable(all.get(last));
  }

  /** In the order of their numbers. */
  public Stream<StoredVersion> stream() {
    return all.values().stream().map(Published::version);
  }

  PublishedVersions with(Published next) {
    var more = new TreeMap<>(all);
    more.put(last + 1, next);
    return new PublishedVersions(last + 1, more);
  }

  PublishedVersions without(String number) {
    var fewer = new TreeMap<>(all);
    parse(number).ifPresent(fewer::remove);
    return new PublishedVersions(last, fewer);
  }

  PublishedVersions map(UnaryOperator<StoredVersion> change) {
    var changed = new TreeMap<>(all);
    changed.replaceAll((n, old) -> new Published(change.apply(old.version()), old.origin()));
    return new PublishedVersions(last, changed);
  }
}
