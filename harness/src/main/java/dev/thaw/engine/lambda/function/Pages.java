package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Page;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Lambda's lists, of which each answer holds at most 50 items. */
public final class Pages {
  private static final int LARGEST = 50;

  private Pages() {}

  /** The page that the marker asks for, in the order of the names. */
  public static <T> Page<T> of(
      Stream<T> all, Function<T, String> name, @Nullable String marker, @Nullable Integer size) {
    try {
      return Page.of(
          all, name, marker, Math.min(LARGEST, Optional.ofNullable(size).orElse(LARGEST)));
    } catch (IllegalArgumentException e) {
      throw LambdaError.invalid("The marker is invalid: " + marker);
    }
  }

  /** A page of versions: each function's {@code $LATEST}, then the others by their number. */
  public static Page<FunctionConfiguration> ofVersions(
      Stream<FunctionConfiguration> all, @Nullable String marker, @Nullable Integer size) {
    return of(all, Pages::rank, marker, size);
  }

  private static String rank(FunctionConfiguration version) {
    var number =
        version.version().equals(FunctionReference.LATEST) ? 0 : Long.parseLong(version.version());
    return "%s:%010d".formatted(version.functionName(), number);
  }

  /** {@code $LATEST} and the published versions, as lists show them: all of them qualified. */
  public static Stream<FunctionConfiguration> versions(StoredFunction function) {
    var latest = function.configuration();
    var qualified =
        latest.toBuilder().functionArn(latest.functionArn() + ":" + latest.version()).build();
    return Stream.concat(
            Stream.of(qualified), function.versions().stream().map(StoredVersion::configuration))
        .map(Configurations::withoutStatus);
  }
}
