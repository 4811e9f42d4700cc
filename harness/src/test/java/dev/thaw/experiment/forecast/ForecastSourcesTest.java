package dev.thaw.experiment.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.results.RunFolder;
import dev.thaw.results.Stretch;
import dev.thaw.results.SyntheticRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20 cold starts of a synthetic run: the first twelve as of bursts, eight as of idle gaps. */
final class ForecastSourcesTest {
  private static final int OF_BURSTS = 12;

  @TempDir private static Path runs;

  private static List<TimeSamples.Taken> inits = List.of();

  @BeforeAll
  static void look() throws IOException {
    var experiment =
        ExperimentFile.read(
                "cold-starts.yaml",
                """
                name: cold-starts
                variants:
                  zip: {memory: 512 MB}
                phases:
                  first: {protocol: forced-cold-starts, cycles: 6}
                  bursts: {protocol: scale-out, cycles: 3, concurrency: 4}
                  gaps: {protocol: idle-gaps, gaps: "1 min, 11 min", rounds: 4}
                """,
                List.of())
            .experiment();
    var sources = new ForecastSources(experiment, run());
    var zip = experiment.variants().get(0);
    inits =
        experiment.phases().stream()
            .map(phase -> sources.of(phase, zip).samples().of(Quantity.INIT))
            .toList();
  }

  private static RunFolder.Contents run() throws IOException {
    var complete = SyntheticRun.complete(runs, SyntheticRun.USUAL).read();
    return new RunFolder.Contents(
        complete.folder(),
        complete.info(),
        complete.invocations().stream()
            .filter(one -> one.request().slot().phase().equals("cold"))
            .map(ForecastSourcesTest::moved)
            .toList(),
        List.of(
            new Stretch("bursts", "zip", 0, OF_BURSTS, true, null),
            new Stretch("gaps", "zip", 0, 100, true, null)),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static Invocation moved(Invocation one) {
    var slot = one.request().slot();
    var phase = slot.index() < OF_BURSTS ? "bursts" : "gaps";
    return new Invocation(
        new Request(
            new Slot(0, phase, slot.variant(), slot.index()),
            one.request().timing(),
            one.request().answer()),
        one.platform(),
        one.temperature());
  }

  @Test
  void whatStartsAloneIsForeseenFromWhatStartedAlone() {
    assertThat(inits.get(0).from()).isEqualTo("gaps");
    assertThat(inits.get(0).sample().size()).isEqualTo(8);
  }

  @Test
  void burstsAreForeseenFromWhateverElseStarted() {
    assertThat(inits.get(1).from()).isEqualTo("first, gaps");
    assertThat(inits.get(1).sample().size()).isEqualTo(8);
  }

  @Test
  void whereNothingElseStartedAloneBurstsHaveToDo() {
    assertThat(inits.get(2).from()).isEqualTo("first, bursts");
    assertThat(inits.get(2).sample().size()).isEqualTo(OF_BURSTS);
  }
}
