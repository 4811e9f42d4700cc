package dev.thaw.experiment.file;

import dev.thaw.experiment.ModelSettings;
import dev.thaw.load.Distribution;
import dev.thaw.model.Concurrency;
import dev.thaw.target.SetAside;
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

  private final Section section;

  private ModelReader(Section section) {
    this.section = section;
  }

  /**
   * The settings of a variant over those of the experiment; what is deployed for it is what the
   * model assumes, unless it is told otherwise.
   */
  static ModelSettings read(Optional<Entry> common, Optional<Entry> own, SetAside deployed) {
    var none = ModelSettings.NONE;
    var base =
        new ModelSettings(
            none.times(),
            none.parts(),
            none.cpuMs(),
            new Concurrency(deployed.reserved(), deployed.provisioned()),
            null);
    return read(own, read(common, base));
  }

  /** The settings of a {@code model:} entry, if there is one, over others. */
  private static ModelSettings read(Optional<Entry> entry, ModelSettings base) {
    return entry
        .map(present -> new ModelReader(present.section().allowing(NAMES)).over(base))
        .orElse(base);
  }

  private ModelSettings over(ModelSettings base) {
    return new ModelSettings(
        or(section.find("times").map(Entry::name), base.times()),
        parts(base.parts()),
        or(section.find("cpu").map(ModelReader::milliseconds), base.cpuMs()),
        ConcurrencyReader.read(
            section, base.concurrency().reserved(), base.concurrency().provisioned()),
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
