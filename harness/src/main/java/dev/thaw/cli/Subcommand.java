package dev.thaw.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Thaw's commands, in the order in which the help lists them. */
enum Subcommand {
  RUN(RunCommand.class),
  EXPERIMENTS(ExperimentsCommand.class),
  SERVE(ServeCommand.class),
  PREDICT(PredictCommand.class),
  PLAN(PlanCommand.class),
  REPLAY(ReplayCommand.class),
  REPORT(ReportCommand.class),
  OPEN(OpenCommand.class),
  FIT(FitCommand.class),
  DOCTOR(DoctorCommand.class),
  CONFORM(ConformCommand.class),
  BENCH(BenchCommand.class);

  private final Class<?> type;

  Subcommand(Class<?> type) {
    this.type = type;
  }

  static List<Subcommand> all() {
    return List.of(values());
  }

  /** The one that these arguments call, or all where that is not clear: each takes its time. */
  static List<Subcommand> meantBy(String... arguments) {
    var first = arguments.length == 0 ? "" : arguments[0];
    return all().stream()
        .filter(each -> each.word().equals(first))
        .findFirst()
        .map(List::of)
        .orElseGet(Subcommand::all);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  void addTo(CommandLine line) {
    line.addSubcommand(word(), type);
  }
}
