package dev.thaw.experiment.file;

import dev.thaw.model.Concurrency;
import org.jspecify.annotations.Nullable;

/** Reads the concurrency that is set aside for a function: what is deployed, or what is assumed. */
final class ConcurrencyReader {
  private static final int MOST = 100_000;

  private ConcurrencyReader() {}

  /** A section's own settings over others. */
  static Concurrency read(Section section, @Nullable Integer baseReserved, int baseProvisioned) {
    var ownReserved = section.find("reserved-concurrency");
    var ownProvisioned = section.find("provisioned-concurrency");
    @Nullable Integer reserved = baseReserved;
    if (ownReserved.isPresent()) {
      reserved = ownReserved.orElseThrow().integer(0, MOST);
    }
    int provisioned = ownProvisioned.map(entry -> entry.integer(0, MOST)).orElse(baseProvisioned);
    if (reserved != null && provisioned > reserved) {
      // Whichever was written last did not mind the other.
      throw ownProvisioned
          .or(() -> ownReserved)
          .orElseThrow()
          .wrong(
              "%d provisioned do not fit into a reserved concurrency of %d; reserve %1$d or provision fewer"
                  .formatted(provisioned, reserved));
    }
    return new Concurrency(reserved, provisioned);
  }
}
