package dev.thaw.load.trace;

import dev.thaw.invocation.Notation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which trace, and how fast. Its text is {@code trace FILE [function NAME] [from
 * TIME] [for TIME] [spread uniform|equidistant|poisson] [speed 10x]}; what has spaces stands in
 * double quotes.
 *
 * @param function a name, or the beginning of names up to a slash; empty for all together
 * @param from where in the trace it starts
 * @param length how much of it; empty for the rest
 */
public record TraceExtract(
    Path file,
    Optional<String> function,
    Duration from,
    Optional<Duration> length,
    Spread spread,
    double speed) {
  private static final String NAME = "(?:\"([^\"]+)\"|([^\\s\"]+))";
  private static final Pattern SYNTAX =
      Pattern.compile(
          ("trace NAME(?: function NAME)?(?: from (TIME))?(?: for (TIME))?"
                  + "(?: spread (uniform|equidistant|poisson))?(?: speed (NUMBER)\\s*x)?")
              .replace("NAME", NAME)
              .replace("TIME", Notation.TIME)
              .replace("NUMBER", Notation.NUMBER)
              .replace(" ", "\\s+"),
          Pattern.CASE_INSENSITIVE);
  private static final double MAX_SPEED = 1e6;

  public TraceExtract {
    if (!(speed > 0 && speed <= MAX_SPEED)) {
      throw new IllegalArgumentException(
          "a speed of %sx is not above 0x and at most 1,000,000x"
              .formatted(Notation.number(speed)));
    }
    if (from.isNegative()
        || length.filter(time -> time.compareTo(Duration.ZERO) <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "a trace cannot be read from %s for %s"
              .formatted(Notation.time(from), length.map(Notation::time).orElse("its rest")));
    }
  }

  /** All of a trace as it is. */
  public static TraceExtract of(Path file) {
    return new TraceExtract(
        file, Optional.empty(), Duration.ZERO, Optional.empty(), Spread.UNIFORM, 1);
  }

  /** The same of one function. */
  public TraceExtract function(String name) {
    return new TraceExtract(file, Optional.of(name), from, length, spread, speed);
  }

  /** Reads its text; empty if it is something else's. */
  public static Optional<TraceExtract> parse(String text) {
    var words = SYNTAX.matcher(text.strip());
    if (!words.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new TraceExtract(
            Path.of(name(words.group(1), words.group(2)).orElseThrow()),
            name(words.group(3), words.group(4)),
            Optional.ofNullable(words.group(5)).map(Notation::duration).orElse(Duration.ZERO),
            Optional.ofNullable(words.group(6)).map(Notation::duration),
            Optional.ofNullable(words.group(7))
                .map(spread -> Spread.valueOf(spread.toUpperCase(Locale.ROOT)))
                .orElse(Spread.UNIFORM),
            Optional.ofNullable(words.group(8)).map(Double::parseDouble).orElse(1.0)));
  }

  private static Optional<String> name(@Nullable String quoted, @Nullable String plain) {
    return Optional.ofNullable(quoted).or(() -> Optional.ofNullable(plain));
  }

  /** The functions of the file that are meant, cut to the part that is meant, at its own speed. */
  public Trace read() {
    var whole = Trace.read(file, function);
    var end = length.map(from::plus).orElse(whole.duration());
    if (from.isZero() && end.compareTo(whole.duration()) >= 0) {
      return whole;
    }
    return whole.between(from, end);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("trace ").append(quoted(file.toString()));
    function.ifPresent(name -> text.append(" function ").append(quoted(name)));
    if (!from.isZero()) {
      text.append(" from ").append(Notation.time(from));
    }
    length.ifPresent(time -> text.append(" for ").append(Notation.time(time)));
    if (spread != Spread.UNIFORM) {
      text.append(" spread ").append(spread);
    }
    if (speed != 1) {
      text.append(" speed ").append(Notation.number(speed)).append('x');
    }
    return text.toString();
  }

  private static String quoted(String name) {
    return name.matches("[^\\s\"]+") ? name : '"' + name + '"';
  }
}
