package dev.thaw.experiment.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.invocation.Notation;
import dev.thaw.stats.Estimate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One limit of a service level: a measure that must stay below a value in the measure's unit. */
public record Criterion(Measure measure, double limit, @JsonValue String text) {
  private static final Pattern SHAPE = Pattern.compile("(\\S+?)\\s*<\\s*(.+)");
  private static final Pattern LATENCY = Pattern.compile("(" + Notation.TIME + ")");
  private static final Pattern SHARE = Pattern.compile("(" + Notation.NUMBER + ")\\s*%");
  private static final Pattern COST =
      Pattern.compile("\\$\\s*(" + Notation.NUMBER + ")\\s*per\\s*1m");

  private static final String ALLOWED =
      "write 'p50 < 20 ms' (p50, p90, p95, p99 or p99.9; a time), 'cold < 0.1 %',"
          + " 'throttles < 0.1 %' or 'cost < $2 per 1M'";

  /** Reads one criterion; a mistake is an {@link IllegalArgumentException} that names it. */
  static Criterion parse(String text) {
    var clean = text.strip();
    Matcher shape = SHAPE.matcher(clean.toLowerCase(Locale.ROOT));
    if (!shape.matches()) {
      throw new IllegalArgumentException("'%s' is not a limit: %s".formatted(clean, ALLOWED));
    }
    var measure =
        Measure.of(shape.group(1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' in '%s' cannot be limited: %s"
                            .formatted(shape.group(1), clean, ALLOWED)));
    return new Criterion(measure, limit(measure, shape.group(2), clean), clean);
  }

  private static double limit(Measure measure, String value, String whole) {
    Matcher matcher =
        switch (measure) {
          case COLD, THROTTLES -> SHARE.matcher(value);
          case COST -> COST.matcher(value);
          default -> LATENCY.matcher(value);
        };
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' in '%s' is not a value for %s: %s"
              .formatted(value, whole, measure.word(), ALLOWED));
    }
    var number = matcher.group(1);
    boolean isTime = !measure.isShare() && measure != Measure.COST;
    return checked(
        isTime ? Notation.milliseconds(number) : Double.parseDouble(number), measure, whole);
  }

  private static double checked(double limit, Measure measure, String whole) {
    boolean isShare = measure.isShare();
    if (!(limit > 0) || (isShare && limit > 100)) {
      throw new IllegalArgumentException(
          "'%s': nothing can stay below that; the limit of %s is %s"
              .formatted(whole, measure.word(), isShare ? "above 0 and at most 100 %" : "above 0"));
    }
    return limit;
  }

  /** What an estimate's whole interval says; without one, nothing is certain. */
  Verdict verdict(@Nullable Estimate estimate) {
    if (estimate == null) {
      return Verdict.OPEN;
    }
    var high = estimate.high();
    if (high != null && high < limit) {
      return Verdict.KEEPS;
    }
    var low = estimate.low();
    return low != null && low >= limit ? Verdict.MISSES : Verdict.OPEN;
  }

  @Override
  public String toString() {
    return text;
  }
}
