package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JoinTest {
  private static final long SENT_MS = 10_000;
  private static final ReportLine WARM = ReportLine.warm("id", 1.5, 2, 512, 90);
  private static final ReportLine COLD = WARM.withInit(200);
  private static final ReportLine RESTORED =
      new ReportLine("id", 1.5, 40, 512, 90, null, 300.0, 38.0, null, null);

  private static Marker marker(long index, long initializedMs, InitializationType type) {
    return new Marker("e", index, initializedMs * 1_000_000, 0, 0, type);
  }

  private static Marker marker(long index, long initializedMs) {
    return marker(index, initializedMs, InitializationType.ON_DEMAND);
  }

  private static Invocation join(@Nullable ReportLine logged, @Nullable Marker marker) {
    var platform =
        logged == null
            ? List.<PlatformRecord>of()
            : List.of(new PlatformRecord("f", "s", 1, logged));
    return Join.of(List.of(request(marker, null)), platform, List.of()).get(0);
  }

  private static Request request(@Nullable Marker marker, @Nullable ReportLine tail) {
    long sentNs = SENT_MS * 1_000_000;
    return new Request(
        new Slot(0, "cold", "zip", 0),
        new Timing(sentNs, sentNs, sentNs + 400_000_000),
        new Answer(200, "id", null, null, tail, marker, null));
  }

  @Test
  void initDurationIsACaseOfWaiting() {
    assertThat(join(COLD, null).temperature()).isEqualTo(Temperature.COLD);
    assertThat(join(COLD, marker(1, SENT_MS + 250)).temperature()).isEqualTo(Temperature.COLD);
  }

  @Test
  void restoreDurationIsColdAlthoughItsSnapshotIsOld() {
    var marker = marker(1, SENT_MS - 3_600_000, InitializationType.SNAP_START);
    assertThat(join(RESTORED, marker).temperature()).isEqualTo(Temperature.COLD);
    assertThat(join(null, marker).temperature()).isEqualTo(Temperature.COLD);
  }

  @Test
  void firstInvocationOfAnEnvironmentThatWasReadyIsProactiveWhateverTheReportSays() {
    var ready = marker(1, SENT_MS - 2_000);
    assertThat(join(COLD, ready).temperature()).isEqualTo(Temperature.PROACTIVE);
    assertThat(join(WARM, ready).temperature()).isEqualTo(Temperature.PROACTIVE);
    assertThat(join(null, ready).temperature()).isEqualTo(Temperature.PROACTIVE);
  }

  @Test
  void clocksMayDisagreeByFiftyMilliseconds() {
    assertThat(join(COLD, marker(1, SENT_MS - 50)).temperature()).isEqualTo(Temperature.COLD);
    assertThat(join(COLD, marker(1, SENT_MS - 51)).temperature()).isEqualTo(Temperature.PROACTIVE);
  }

  @Test
  void markerAloneTellsColdFromWarm() {
    assertThat(join(null, marker(1, SENT_MS + 250)).temperature()).isEqualTo(Temperature.COLD);
    assertThat(join(null, marker(2, SENT_MS - 2_000)).temperature()).isEqualTo(Temperature.WARM);
  }

  @Test
  void reportWithoutInitIsWarmAndNothingIsUnknown() {
    assertThat(join(WARM, null).temperature()).isEqualTo(Temperature.WARM);
    assertThat(join(null, null).temperature()).isEqualTo(Temperature.UNKNOWN);
  }

  @Test
  void logTailStandsInForAMissingLogRecordOnly() {
    var withTail = List.of(request(null, COLD));
    var fromTail = Join.of(withTail, List.of(), List.of()).get(0);
    assertThat(fromTail.platform()).isEqualTo(new PlatformRecord("zip", "", 10_400, COLD));
    var logged = new PlatformRecord("thaw-zip", "stream", 1, COLD);
    assertThat(Join.of(withTail, List.of(logged), List.of()).get(0).platform()).isEqualTo(logged);
  }
}
