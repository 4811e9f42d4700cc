package dev.thaw.rules.provisioned;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a scheduled action acts, in UTC: once, at a fixed rate, or by a cron expression.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html">
 *     Schedule expressions</a>
 */
public sealed interface Schedule permits Schedule.At, Schedule.Rate, Cron {

  /** The first instant after {@code after}, none of them being before {@code start}. */
  Optional<Instant> next(Instant start, Instant after);

  /** Once. */
  record At(Instant instant) implements Schedule {
    @Override
    public Optional<Instant> next(Instant start, Instant after) {
      return instant.isAfter(after) && !instant.isBefore(start)
          ? Optional.of(instant)
          : Optional.empty();
    }
  }

  /** At the start and every so often from then on. */
  record Rate(Duration every) implements Schedule {
    public Rate {
      if (every.isNegative() || every.isZero()) {
        throw new IllegalArgumentException("a rate must be positive: " + every);
      }
    }

    @Override
    public Optional<Instant> next(Instant start, Instant after) {
      if (after.isBefore(start)) {
        return Optional.of(start);
      }
      long passed = Duration.between(start, after).dividedBy(every);
      return Optional.of(start.plus(every.multipliedBy(passed + 1)));
    }
  }

  /**
   * Reads {@code at(2026-11-23T08:00:00)}, {@code rate(5 minutes)} or {@code cron(0 8 * * ? *)}
   * (minute, hour, day of month, month, day of week, year); anything else is an {@link
   * IllegalArgumentException}.
   */
  static Schedule parse(String text) {
    var matcher = Expression.FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw Expression.unreadable(text);
    }
    String content = matcher.group("content").strip();
    return switch (matcher.group("kind")) {
      case "at" -> Expression.at(text, content);
      case "rate" -> Expression.rate(text, content);
      default -> Cron.parse(content);
    };
  }

  /** The text form of schedules. */
  final class Expression {
    private static final Pattern FORM =
        Pattern.compile("(?<kind>at|rate|cron)\\((?<content>.*)\\)");
    private static final Pattern RATE =
        Pattern.compile("(?<count>\\d{1,6}) (?<unit>minute|hour|day)s?");

    private Expression() {}

    private static Schedule at(String text, String content) {
      try {
        return new At(LocalDateTime.parse(content).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        throw unreadable(text);
      }
    }

    private static Schedule rate(String text, String content) {
      var matcher = RATE.matcher(content);
      if (!matcher.matches()) {
        throw unreadable(text);
      }
      long count = Long.parseLong(matcher.group("count"));
      return new Rate(
          switch (matcher.group("unit")) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }

    private static IllegalArgumentException unreadable(String text) {
      return new IllegalArgumentException(
          ("'%s' is not a schedule; write at(2026-11-23T08:00:00), rate(5 minutes) or"
                  + " cron(0 8 * * ? *), all in UTC")
              .formatted(text));
    }
  }
}
