package dev.thaw.experiment.file;

import dev.thaw.experiment.Phase;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.results.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads a phase by its protocol. */
final class PhaseReader {
  private static final List<String> PROTOCOLS =
      Stream.of(Protocol.values()).map(Protocol::wire).toList();
  private static final List<String> ROUTES =
      Stream.of(RouteKind.values()).map(RouteKind::wire).toList();
  private static final int MOST_CYCLES = 10_000;
  private static final int MOST_AT_ONCE = 1_000;
  private static final ArrivalProcess USUAL_WARM_UP = ArrivalProcess.parse("constant 20/s for 2 s");

  private final String name;
  private final Section section;

  private PhaseReader(String name, Section section) {
    this.name = name;
    this.section = section;
  }

  static Phase read(String name, Section section) {
    var reader = new PhaseReader(name, section);
    return switch (Protocol.of(section.required("protocol").oneOf(PROTOCOLS))) {
      case FORCED_COLD_STARTS -> reader.forcedColdStarts();
      case WARM_STEADY_LOAD -> reader.warmSteadyLoad();
      case OPEN_LOAD -> reader.openLoad();
      case SCALE_OUT -> reader.scaleOut();
      case IDLE_GAPS -> reader.idleGaps();
    };
  }

  private Phase forcedColdStarts() {
    section.allowing("protocol", "cycles", "concurrency");
    return new Phase.ForcedColdStarts(
        name, section.required("cycles").integer(1, MOST_CYCLES), atOnce("concurrency", 1));
  }

  private Phase scaleOut() {
    section.allowing("protocol", "cycles", "concurrency");
    return new Phase.ScaleOut(
        name,
        section.required("cycles").integer(1, MOST_CYCLES),
        section.required("concurrency").integer(2, MOST_AT_ONCE));
  }

  private Phase warmSteadyLoad() {
    section.allowing("protocol", "arrivals", "rounds", "warm-up", "prime");
    return new Phase.WarmSteadyLoad(name, atOnce("prime", 4), warmUp(), arrivals(), rounds(1));
  }

  private Phase openLoad() {
    section.allowing("protocol", "route", "arrivals", "rounds", "warm-up", "prime");
    return new Phase.OpenLoad(
        name,
        section
            .find("route")
            .map(entry -> RouteKind.of(entry.oneOf(ROUTES)))
            .orElse(RouteKind.SYNC),
        section.find("prime").map(entry -> entry.integer(0, MOST_AT_ONCE)).orElse(0),
        section.find("warm-up").map(entry -> entry.parsed(ArrivalProcess::parse)).stream().toList(),
        arrivals(),
        rounds(1));
  }

  private Phase idleGaps() {
    section.allowing("protocol", "gaps", "rounds", "concurrency", "warm-up");
    return new Phase.IdleGaps(
        name,
        section.required("gaps").durations(Duration.ofMillis(1), Duration.ofHours(24)),
        rounds(1),
        atOnce("concurrency", 1),
        warmUp());
  }

  private int atOnce(String setting, int otherwise) {
    return section.find(setting).map(entry -> entry.integer(1, MOST_AT_ONCE)).orElse(otherwise);
  }

  private int rounds(int otherwise) {
    return section.find("rounds").map(entry -> entry.integer(1, 1_000)).orElse(otherwise);
  }

  private ArrivalProcess arrivals() {
    return section.required("arrivals").parsed(ArrivalProcess::parse);
  }

  private ArrivalProcess warmUp() {
    return section
        .find("warm-up")
        .map(entry -> entry.parsed(ArrivalProcess::parse))
        .orElse(USUAL_WARM_UP);
  }
}
