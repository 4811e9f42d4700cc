package dev.thaw.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.Timing;
import dev.thaw.results.Machine;
import dev.thaw.results.PhaseInfo;
import dev.thaw.results.Plan;
import dev.thaw.results.Protocol;
import dev.thaw.results.Provenance;
import dev.thaw.results.RunFolder;
import dev.thaw.results.RunInfo;
import dev.thaw.results.RunStatus;
import dev.thaw.results.TargetInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every invocation takes a second, so that gaps can be read off: sent at 10, idle from 11. */
final class IdleGapsTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<Invocation> invocations = new ArrayList<>();

  private IdleGapsTest cold(String phase, String environment, long atSeconds) {
    return add(phase, environment, atSeconds, Temperature.COLD);
  }

  private IdleGapsTest warm(String phase, String environment, long atSeconds) {
    return add(phase, environment, atSeconds, Temperature.WARM);
  }

  private IdleGapsTest add(String phase, String environment, long at, Temperature temperature) {
    var marker = new Marker(environment, 1, 0, 0, 0, InitializationType.ON_DEMAND);
    var slot = new Slot(0, phase, "f", invocations.size());
    var timing = new Timing(at * SECOND, at * SECOND, (at + 1) * SECOND);
    var answer = new Answer(200, "id", null, null, null, marker, null);
    invocations.add(new Invocation(new Request(slot, timing, answer), null, temperature));
    return this;
  }

  private KeepAliveBounds bounds() {
    var info =
        new RunInfo(
            RunInfo.SCHEMA,
            "gaps",
            new RunInfo.Title("gaps", "?"),
            RunStatus.COMPLETE,
            new RunInfo.Period(Instant.EPOCH, null),
            1,
            new Provenance("0", null, "", 1, new Machine(1, 1, "", "")),
            new TargetInfo("embedded", "", "", true, List.of(), null),
            new Plan(
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                List.of(
                    PhaseInfo.of("forced", Protocol.FORCED_COLD_STARTS, ""),
                    PhaseInfo.of("load", Protocol.WARM_STEADY_LOAD, "")),
                null),
            Map.of());
    return IdleGaps.of(
        new RunFolder.Contents(
            new RunFolder(Path.of("gaps")),
            info,
            invocations,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false),
        "f");
  }

  @Test
  void keepAliveLiesBetweenTheLongestReuseAndTheShortestMiss() {
    // "a" was idle for 60 and 300 s and served again; after 700 s a new one was made.
    cold("load", "a", 0).warm("load", "a", 61).warm("load", "a", 362).cold("load", "b", 1_063);
    var bounds = bounds();
    assertThat(bounds.longestReused()).isEqualTo(300);
    assertThat(bounds.shortestMissed()).isEqualTo(700);
    assertThat(bounds.reuses()).isEqualTo(2);
    assertThat(bounds.misses()).isEqualTo(1);
    assertThat(bounds.isMixed()).isFalse();
  }

  @Test
  void nothingIsKnownOfARunWithoutGaps() {
    cold("load", "a", 0).cold("load", "b", 0);
    assertThat(bounds()).isEqualTo(new KeepAliveBounds(null, null, 0, 0));
  }

  @Test
  void environmentThatServedLaterWasNotMissed() {
    // "b" was made while "a" was idle but alive: "a" serves again later.
    cold("load", "a", 0).cold("load", "b", 100).warm("load", "a", 200);
    assertThat(bounds().shortestMissed()).isNull();
  }

  @Test
  void forcedColdStartsTellNothingOfWhatWasMissed() {
    cold("forced", "a", 0).cold("forced", "b", 50).cold("load", "c", 90);
    assertThat(bounds()).isEqualTo(new KeepAliveBounds(null, null, 0, 0));
  }

  @Test
  void gapsThatNoOneTimeExplainsAreSaid() {
    cold("load", "a", 0).warm("load", "a", 501).cold("load", "b", 602).warm("load", "b", 603);
    // "a": 500 s reused, 100 s missed.
    assertThat(bounds().isMixed()).isTrue();
  }
}
