package dev.thaw.rules.provisioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2026-11-23 is a Monday. */
final class ScheduleTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at(2026-11-23T08:00:00) | 2026-11-23T07:59:59Z | 2026-11-23T08:00:00Z",
        "rate(5 minutes)         | 2026-10-01T00:00:00Z | 2026-11-01T00:00:00Z",
        "rate(5 minutes)         | 2026-11-01T00:00:00Z | 2026-11-01T00:05:00Z",
        "rate(1 hour)            | 2026-11-01T02:59:59Z | 2026-11-01T03:00:00Z",
        "rate(2 days)            | 2026-11-02T12:00:00Z | 2026-11-03T00:00:00Z",
        "cron(0 8 * * ? *)       | 2026-11-23T08:00:00Z | 2026-11-24T08:00:00Z",
        "cron(0 8 * * ? *)       | 2026-11-23T07:59:59Z | 2026-11-23T08:00:00Z",
        "cron(0 8 * * ? *)       | 2026-01-01T00:00:00Z | 2026-11-01T08:00:00Z",
        "cron(*/15 * * * ? *)    | 2026-11-23T07:46:00Z | 2026-11-23T08:00:00Z",
        "cron(0 8 ? * MON-FRI *) | 2026-11-27T09:00:00Z | 2026-11-30T08:00:00Z",
        "cron(0 8 ? * 1 *)       | 2026-11-23T00:00:00Z | 2026-11-29T08:00:00Z",
        "cron(30 6,18 1 * ? *)   | 2026-11-02T00:00:00Z | 2026-12-01T06:30:00Z",
        "cron(30 6,18 1 * ? *)   | 2026-12-01T06:30:00Z | 2026-12-01T18:30:00Z",
        "cron(0 0 29 FEB ? *)    | 2026-11-23T00:00:00Z | 2028-02-29T00:00:00Z",
        "cron(10/20 9-10 * * ? *)| 2026-11-23T09:50:00Z | 2026-11-23T10:10:00Z",
        "cron(10/20 9-10 * * ? *)| 2026-11-23T10:50:00Z | 2026-11-24T09:10:00Z",
        "cron(0 12 ? JAN sun 2030) | 2026-11-23T00:00:00Z | 2030-01-06T12:00:00Z",
      })
  void namesItsNextInstant(String schedule, Instant after, Instant expected) {
    assertThat(Schedule.parse(schedule).next(START, after)).contains(expected);
  }

  @Test
  void mayHaveNoNextInstant() {
    var instant = Instant.parse("2026-11-23T08:00:00Z");

    assertThat(Schedule.parse("at(2026-11-23T08:00:00)").next(START, instant)).isEmpty();
    assertThat(Schedule.parse("at(2026-11-23T08:00:00)").next(instant.plusSeconds(1), START))
        .isEmpty();
    assertThat(Schedule.parse("cron(0 8 * * ? 2025)").next(START, instant)).isEmpty();
    assertThat(Schedule.parse("cron(0 8 31 2 ? *)").next(START, instant)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8 o'clock", "at(tomorrow)", "rate(5 weeks)", "rate(-1 day)"})
  void saysWhatItReads(String text) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .hasMessageStartingWith("'" + text + "' is not a schedule; write at(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(0 8 * * ?)     | has 5 fields, not the six",
        "cron(0 8 * * * *)   | write ? for either the day of month or the day of week",
        "cron(60 8 * * ? *)  | '60' in a cron expression: here are *, values from 0 to 59",
        "cron(0 8 L * ? *)   | 'L' in a cron expression: here are *, values from 1 to 31",
        "cron(0 8 ? * 6#3 *) | '6#3' in a cron expression: here are *, values from 1 to 7",
        "cron(0 9-8 * * ? *) | '9-8' in a cron expression",
        "cron(0/0 8 * * ? *) | '0/0' in a cron expression",
        "cron(0, 8 * * ? *)  | '' in a cron expression",
      })
  void saysWhatIsWrongWithACronExpression(String text, String message) {
    assertThatThrownBy(() -> Schedule.parse(text)).hasMessageContaining(message);
  }

  @Test
  void rateMustBePositive() {
    assertThatThrownBy(() -> Schedule.parse("rate(0 days)"))
        .hasMessage("a rate must be positive: PT0S");
  }
}
