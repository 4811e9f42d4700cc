package dev.thaw.experiment.file;

import dev.thaw.experiment.Phase;
import dev.thaw.load.ArrivalProcess;
import java.util.List;

/** Reads a phase by its protocol. */
final class PhaseReader {
  private static final List<String> PROTOCOLS =
      List.of(Phase.ForcedColdStarts.PROTOCOL, Phase.WarmSteadyLoad.PROTOCOL);

  private PhaseReader() {}

  static Phase read(String name, Section section) {
    return switch (section.required("protocol").oneOf(PROTOCOLS)) {
      case Phase.ForcedColdStarts.PROTOCOL -> forcedColdStarts(name, section);
      default -> warmSteadyLoad(name, section);
    };
  }

  private static Phase forcedColdStarts(String name, Section section) {
    section.allowing("protocol", "cycles", "concurrency");
    return new Phase.ForcedColdStarts(
        name,
        section.required("cycles").integer(1, 10_000),
        section.find("concurrency").map(entry -> entry.integer(1, 1_000)).orElse(1));
  }

  private static Phase warmSteadyLoad(String name, Section section) {
    section.allowing("protocol", "arrivals", "rounds", "warm-up", "prime");
    return new Phase.WarmSteadyLoad(
        name,
        section.find("prime").map(entry -> entry.integer(1, 1_000)).orElse(4),
        section
            .find("warm-up")
            .map(entry -> entry.parsed(ArrivalProcess::parse))
            .orElseGet(() -> ArrivalProcess.parse("constant 20/s for 2 s")),
        section.required("arrivals").parsed(ArrivalProcess::parse),
        section.find("rounds").map(entry -> entry.integer(1, 1_000)).orElse(1));
  }
}
