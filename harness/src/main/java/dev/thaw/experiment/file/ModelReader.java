package dev.thaw.experiment.file;

import dev.thaw.experiment.ModelSettings;
import dev.thaw.load.Distribution;
import dev.thaw.model.Concurrency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the model is told of a function: common settings first, a variant's own over them. */
final class ModelReader {
  /** The settings there are, in the order in which they are documented. */
  static final List<String> NAMES =
      List.of(
          "times",
          "init",
          "hidden",
          "cold",
          "warm",
          "round-trip",
          "cpu",
          "reserved-concurrency",
          "provisioned-concurrency");

  private static final int MOST_CONCURRENCY = 100_000;

  private final Section section;

  private ModelReader(Section section) {
    this.section = section;
  }

  /** The settings of a {@code model:} entry, if there is one, over others. */
  static ModelSettings read(Optional<Entry> entry, ModelSettings base) {
    return entry
        .map(present -> new ModelReader(present.section().allowing(NAMES)).over(base))
        .orElse(base);
  }

  private ModelSettings over(ModelSettings base) {
    return new ModelSettings(
        or(section.find("times").map(Entry::name), base.times()),
        parts(base.parts()),
        or(section.find("cpu").map(ModelReader::milliseconds), base.cpuMs()),
        concurrency(base.concurrency()),
        null);
  }

  private ModelSettings.Parts parts(ModelSettings.Parts base) {
    return new ModelSettings.Parts(
        distribution("hidden", base.hidden()),
        distribution("init", base.init()),
        distribution("cold", base.cold()),
        distribution("warm", base.warm()),
        distribution("round-trip", base.roundTrip()));
  }

  private Concurrency concurrency(Concurrency base) {
    var reserved =
        or(
            section.find("reserved-concurrency").map(entry -> entry.integer(0, MOST_CONCURRENCY)),
            base.reserved());
    var provisioned = section.find("provisioned-concurrency");
    int count =
        provisioned.map(entry -> entry.integer(0, MOST_CONCURRENCY)).orElse(base.provisioned());
    if (reserved != null && count > reserved && provisioned.isPresent()) {
      throw provisioned
          .orElseThrow()
          .wrong(
              "%d provisioned do not fit into a reserved concurrency of %d"
                  .formatted(count, reserved));
    }
    return new Concurrency(reserved, count);
  }

  private @Nullable Distribution distribution(String name, @Nullable Distribution base) {
    return or(section.find(name).map(entry -> entry.parsed(Distribution::parse)), base);
  }

  private static double milliseconds(Entry entry) {
    return entry.duration(Duration.ZERO, Duration.ofMinutes(15)).toNanos() / 1e6;
  }

  private static <T> @Nullable T or(Optional<T> own, @Nullable T base) {
    return own.isPresent() ? own.orElseThrow() : base;
  }
}
