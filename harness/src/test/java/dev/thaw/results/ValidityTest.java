package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Temperature;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValidityTest {
  /** 20 cold starts of 400 ms and 200 warm invocations of 5 ms: enough of everything. */
  private static SmallRun sound() {
    var run = new SmallRun();
    for (int i = 0; i < 20; i++) {
      run.cold(400, 200, 30);
    }
    for (int i = 0; i < 200; i++) {
      run.warm(5, 2);
    }
    return run;
  }

  private static List<Doubt.Kind> doubts(SmallRun run) {
    return run.summary().validity().doubts().stream().map(Doubt::kind).toList();
  }

  private static List<Doubt.Kind> cautions(SmallRun run) {
    return run.summary().validity().cautions().stream().map(Doubt::kind).toList();
  }

  /** So many more warm invocations, 6 ms late. */
  private static SmallRun withLate(int count) {
    var run = sound();
    for (int i = 0; i < count; i++) {
      run.warm(9, 2).late(6);
    }
    return run;
  }

  @Test
  void soundRunIsValidWithoutReserve() {
    var validity = sound().summary().validity();
    assertThat(validity.holds()).isTrue();
    assertThat(validity.doubts()).isEmpty();
    assertThat(validity.cautions()).isEmpty();
  }

  @Test
  void lagMayReachFiveMillisecondsOrATwentiethOfTheMedian() {
    // Of 206 requests 2.06 are later than p99; 6 or more are so by chance with 1.9 %, 5 with 5.8 %.
    assertThat(doubts(withLate(6))).containsExactly(Doubt.Kind.GENERATOR_LAG);
    assertThat(doubts(withLate(5))).isEmpty();
    assertThat(cautions(withLate(5))).containsExactly(Doubt.Kind.POSSIBLE_GENERATOR_LAG);
    // p99 of 203 values (h = 199.98) is 0.98 of the way from rank 199, a prompt one, to rank 200.
    assertThat(cautions(withLate(3))).containsExactly(Doubt.Kind.POSSIBLE_GENERATOR_LAG);
    assertThat(cautions(withLate(2))).isEmpty();
    // The cold median is 400 ms: 20 ms are allowed.
    var cold = new SmallRun();
    for (int i = 0; i < 20; i++) {
      cold.cold(400, 200, 30).late(19);
    }
    assertThat(doubts(cold)).containsExactly(Doubt.Kind.NO_WARM_SAMPLES);
    assertThat(cold.summary().validity().doubts().get(0).where()).isEqualTo("f, steady");
  }

  @Test
  void countsThatDifferAskForCare() {
    var run = sound();
    run.counts.put("f", new InvocationCount(220, 220));
    assertThat(cautions(run)).isEmpty();
    run.counts.put("f", new InvocationCount(221, 220));
    assertThat(cautions(run)).containsExactly(Doubt.Kind.INVOCATIONS_DIFFER);
    assertThat(run.summary().validity().cautions().get(0).finding())
        .isEqualTo("the platform's metric counts 221 invocations and the log has 220 REPORT lines");
  }

  @Test
  void unsentRequestsInvalidate() {
    var run = sound();
    run.stretches.add(new Stretch("steady", "f", 20, 201, true, null));
    assertThat(doubts(run)).containsExactly(Doubt.Kind.UNSENT_REQUESTS);
    assertThat(run.summary().validity().doubts().get(0).finding())
        .isEqualTo("1 of 201 planned requests were not sent");
  }

  @Test
  void failuresInvalidate() {
    var run = sound().answered(new Answer(200, "i", "Unhandled", null, null, null, null));
    assertThat(doubts(run)).containsExactly(Doubt.Kind.FAILED_REQUESTS);
    assertThat(run.summary().validity().holds()).isFalse();
  }

  @Test
  void throttlesInvalidateWhereNobodyAskedForThem() {
    var run = sound().answered(SmallRun.throttled());
    assertThat(doubts(run)).containsExactly(Doubt.Kind.UNEXPECTED_THROTTLES);
    run.expectsThrottles = true;
    assertThat(doubts(run)).isEmpty();
  }

  @Test
  void missingTemperatureInvalidatesAndFewSamplesCaution() {
    var run = new SmallRun().underLoad(Temperature.WARM);
    assertThat(doubts(run)).containsExactly(Doubt.Kind.NO_COLD_SAMPLES);
    assertThat(cautions(run)).containsExactly(Doubt.Kind.FEW_WARM_SAMPLES);
  }

  @Test
  void oneMissingReportInTwentyIsTolerated() {
    var run = sound();
    for (int i = 0; i < 10; i++) {
      run.answered(SmallRun.answer());
    }
    // 10 of 210 are 4.8 %, 11 of 211 are 5.2 %.
    assertThat(doubts(run)).isEmpty();
    assertThat(doubts(run.answered(SmallRun.answer())))
        .containsExactly(Doubt.Kind.PLATFORM_RECORDS_MISSING);
  }

  @Test
  void partialRunIsInvalidAndSaysHowItEnded() {
    var run = sound();
    run.status = RunStatus.INTERRUPTED;
    var doubt = run.summary().validity().doubts().get(0);
    assertThat(doubt.kind()).isEqualTo(Doubt.Kind.PARTIAL_RUN);
    assertThat(doubt.finding()).isEqualTo("it is partial: the run was interrupted");
    assertThat(doubt.remedy()).startsWith("Run it again");
  }

  @Test
  void requestsThatAreUnderWayWhileAllCpusAreBusyAreACaution() {
    var run = sound();
    run.cpus = 2;
    var timings = run.invocations.stream().map(one -> one.request().timing()).toList();
    long third = timings.get(2).doneNs();
    // All but full for a long time, and full between two answers: nobody met it.
    run.cpu.add(new CpuUse(timings.get(0).sentNs(), third, 0.94));
    run.cpu.add(new CpuUse(third, third + 1, 1));
    assertThat(cautions(run)).isEmpty();

    // Full just before the third answer: one of 220 requests met that, and ten more the next.
    run.cpu.add(new CpuUse(third - 1, third, 0.95));
    assertThat(cautions(run)).isEmpty();
    run.cpu.add(new CpuUse(timings.get(20).sentNs(), timings.get(29).doneNs(), 1));
    assertThat(cautions(run)).containsExactly(Doubt.Kind.CPU_OVERSUBSCRIBED);
    assertThat(run.summary().validity().cautions().get(0).finding())
        .isEqualTo("5.0 % of requests were under way while all 2 CPUs were busy");
  }

  @Test
  void discardedCyclesAreACaution() {
    var run = sound();
    run.stretches.add(new Stretch("cold", "f", 500, 1, false, "warm instead of cold"));
    assertThat(cautions(run)).containsExactly(Doubt.Kind.DISCARDED_CYCLES);
    assertThat(run.summary().validity().cautions().get(0).finding())
        .isEqualTo("discarded: 1 × warm instead of cold");
  }
}
