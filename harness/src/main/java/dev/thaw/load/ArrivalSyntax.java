package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text form of arrival processes. */
final class ArrivalSyntax {
  static final double NS_PER_SECOND = 1e9;

  /** Between the parts of a sequence; within double quotes it is part of a name. */
  private static final Pattern THEN =
      Pattern.compile("\\s+then\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", Pattern.CASE_INSENSITIVE);

  /** Enough for 2e8 s, the longest run that anybody has published of a simulator of FaaS. */
  private static final Duration MAX_DURATION = Duration.ofDays(3650);

  private static final double MAX_RATE = 1e6;

  private ArrivalSyntax() {}

  static ArrivalProcess parse(String text) {
    var parts = Arrays.stream(THEN.split(text.strip(), -1)).map(part -> parse(part, text)).toList();
    return parts.size() == 1 ? parts.get(0) : new SequenceArrivals(parts);
  }

  private static ArrivalProcess parse(String part, String text) {
    return Stream.concat(
            TraceArrivals.read(part).stream(),
            Arrays.stream(ArrivalForm.values())
                .map(form -> form.read(part))
                .flatMap(Optional::stream))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(refusal(text)));
  }

  private static String refusal(String text) {
    return "'%s' is not an arrival process; write %s, '%s', or several with 'then' between them"
        .formatted(
            text,
            Arrays.stream(ArrivalForm.values())
                .map(form -> "'" + form.example() + "'")
                .collect(Collectors.joining(", ")),
            TraceArrivals.EXAMPLE);
  }

  static void checkRate(double rate) {
    if (!(rate > 0 && rate <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "a rate of %s is not above 0/s and at most 1,000,000/s".formatted(Notation.rate(rate)));
    }
  }

  /** The lower of two rates may be none at all. */
  static void checkRates(double one, double other) {
    if (Math.min(one, other) != 0) {
      checkRate(Math.min(one, other));
    }
    checkRate(Math.max(one, other));
  }

  static void checkDuration(Duration duration) {
    if (duration.isZero() || duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "a time of %s is not above 0 s and at most 3650 d".formatted(Notation.time(duration)));
    }
  }
}
