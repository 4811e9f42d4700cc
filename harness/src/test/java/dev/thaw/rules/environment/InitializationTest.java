package dev.thaw.rules.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.InitializationType;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All times are ms; a course reads: inits that timed out, Init Duration, Duration, wait, end. */
final class InitializationTest {
  private static final long MS = 1_000_000;

  private static String text(Course course) {
    var text = new StringBuilder();
    for (var report : course.initReports()) {
      text.append("%s phase %d, ".formatted(report.phase(), report.durationNs() / MS));
    }
    course.initNs().ifPresent(ns -> text.append("init %d, ".formatted(ns / MS)));
    return text.append(
            "duration %d, wait %d, %s"
                .formatted(course.durationNs() / MS, course.waitNs() / MS, course.end()))
        .toString();
  }

  private static Initialization timeout(long ms) {
    return new Initialization(Duration.ofMillis(ms));
  }

  @ParameterizedTest
  @CsvSource({
    "ON_DEMAND, 3, 10",
    "ON_DEMAND, 900, 10",
    "PROVISIONED_CONCURRENCY, 3, 130",
    "PROVISIONED_CONCURRENCY, 130, 130",
    "PROVISIONED_CONCURRENCY, 900, 900",
    "SNAP_START, 3, 130",
    "SNAP_START, 200, 200",
  })
  void limitDependsOnWhoWaits(InitializationType type, long timeoutSeconds, long limitSeconds) {
    assertThat(timeout(timeoutSeconds * 1_000).limit(type))
        .isEqualTo(Duration.ofSeconds(limitSeconds));
  }

  /**
   * A timeout of 3 s, then of 45 s as in a log of 2024-01-29: an init that never ends takes 10 s in
   * its phase and 45 s in the invocation.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3000 | 200 | 200 | 50 | init 200, duration 50, wait 250, SUCCESS",
        "3000 | 10000 | 1 | 50 | init 10000, duration 50, wait 10050, SUCCESS",
        "3000 | 200 | 200 | 3000 | init 200, duration 3000, wait 3200, SUCCESS",
        "3000 | 200 | 200 | 3001 | init 200, duration 3000, wait 3200, TIMEOUT",
        "3000 | 10001 | 500 | 50 | INIT phase 10000, duration 550, wait 10550, SUCCESS",
        "3000 | 10001 | 2900 | 200 | INIT phase 10000, duration 3000, wait 13000, TIMEOUT",
        "3000 | 10001 | 10001 | 50"
            + " | INIT phase 10000, INVOKE phase 3000, duration 3000, wait 13000, TIMEOUT",
        "45000 | 60000 | 60000 | 5"
            + " | INIT phase 10000, INVOKE phase 45000, duration 45000, wait 55000, TIMEOUT",
        "45000 | 20000 | 20000 | 5 | INIT phase 10000, duration 20005, wait 30005, SUCCESS",
      })
  void coldInvocationWaitsForItsInit(
      long timeout, long init, long again, long handler, String expected) {
    assertThat(text(timeout(timeout).cold(init * MS, again * MS, handler * MS)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | 50 | duration 250, wait 250, SUCCESS",
        "200 | 2900 | duration 3000, wait 3000, TIMEOUT",
        "4000 | 1 | INVOKE phase 3000, duration 3000, wait 3000, TIMEOUT",
      })
  void initAfterAResetIsPartOfTheDuration(long init, long handler, String expected) {
    assertThat(text(timeout(3_000).afterReset(init * MS, handler * MS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "300 | 50 | init 300, duration 50, wait 350, SUCCESS",
        "300 | 5000 | init 300, duration 3000, wait 3300, TIMEOUT",
        "10000 | 50 | init 10000, duration 50, wait 10050, SUCCESS",
        "10001 | 50 | init 10000, duration 0, wait 10000, RESTORE_TIMEOUT",
      })
  void restoredInvocationWaitsForItsRestore(long restore, long handler, String expected) {
    assertThat(text(timeout(3_000).restored(restore * MS, handler * MS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50 | duration 50, wait 50, SUCCESS",
        "3000 | duration 3000, wait 3000, SUCCESS",
        "3001 | duration 3000, wait 3000, TIMEOUT",
      })
  void timeoutCutsAWarmInvocation(long handler, String expected) {
    assertThat(text(timeout(3_000).warm(handler * MS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, KEPT, 200",
    "HANDLER_ERROR, KEPT, 200",
    "TIMEOUT, RESET, 200",
    "CRASH, RESET, 200",
    "RESTORE_TIMEOUT, ENDED, 408",
  })
  void endDecidesOnTheEnvironment(InvocationEnd end, InvocationEnd.Fate fate, int status) {
    assertThat(end.fate()).isEqualTo(fate);
    assertThat(end.status()).isEqualTo(status);
  }
}
