package dev.thaw.rules.provisioned;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * AWS's cron expression in UTC: minute, hour, day of month, month, day of week (1 or SUN to 7 or
 * SAT) and year, each {@code *} or a list of values, ranges and steps. One of the two days is
 * {@code ?}. The letters L, W and # are not known here.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html">
 *     Schedule expressions</a>
 */
record Cron(
    CronField minutes,
    CronField hours,
    CronField daysOfMonth,
    CronField months,
    CronField daysOfWeek,
    CronField years)
    implements Schedule {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int FIELDS = 6;
  private static final int LAST_YEAR = 2199;

  static Cron parse(String text) {
    var fields = List.of(text.split("\\s+"));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException(
          "cron(%s) has %d fields, not the six: minute, hour, day of month, month, day of week, year"
              .formatted(text, fields.size()));
    }
    if (fields.get(2).equals("?") == fields.get(4).equals("?")) {
      throw new IllegalArgumentException(
          "cron(%s): write ? for either the day of month or the day of week".formatted(text));
    }
    return new Cron(
        CronField.parse(fields.get(0), 0, 59, List.of()),
        CronField.parse(fields.get(1), 0, 23, List.of()),
        CronField.parse(fields.get(2), 1, 31, List.of()),
        CronField.parse(fields.get(3), 1, 12, MONTHS),
        CronField.parse(fields.get(4), 1, 7, DAYS),
        CronField.parse(fields.get(5), 1970, LAST_YEAR, List.of()));
  }

  @Override
  public Optional<Instant> next(Instant start, Instant after) {
    var from = after.isBefore(start) ? start.minusNanos(1) : after;
    var first = from.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    var earliest = first.atOffset(ZoneOffset.UTC);
    var time = earliest.toLocalTime();
    for (var day = earliest.toLocalDate(); day.getYear() <= LAST_YEAR; day = day.plusDays(1)) {
      var found = matches(day) ? next(time) : Optional.<LocalTime>empty();
      if (found.isPresent()) {
        return Optional.of(day.atTime(found.orElseThrow()).toInstant(ZoneOffset.UTC));
      }
      time = LocalTime.MIDNIGHT;
    }
    return Optional.empty();
  }

  private boolean matches(LocalDate day) {
    int sundayFirst = day.getDayOfWeek().getValue() % 7 + 1;
    return years.contains(day.getYear())
        && months.contains(day.getMonthValue())
        && daysOfMonth.contains(day.getDayOfMonth())
        && daysOfWeek.contains(sundayFirst);
  }

  private Optional<LocalTime> next(LocalTime from) {
    int hour = hours.next(from.getHour());
    int minute = hour == from.getHour() ? minutes.next(from.getMinute()) : minutes.next(0);
    if (hour >= 0 && minute < 0) {
      hour = hours.next(hour + 1);
      minute = minutes.next(0);
    }
    return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }
}
