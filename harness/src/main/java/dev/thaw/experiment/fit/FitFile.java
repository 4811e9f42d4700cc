package dev.thaw.experiment.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.load.ServiceTimes;
import dev.thaw.results.RunFolder;
import dev.thaw.results.RunJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run says of its variants, as {@code thaw fit} writes it and {@code thaw predict --times}
 * reads it.
 *
 * @param run the run's id
 */
public record FitFile(String schema, String run, List<VariantFit> variants) {
  /** What this version writes and reads. */
  public static final String SCHEMA = "thaw-fit/1";

  public FitFile {
    variants = List.copyOf(variants);
  }

  /** Fits every variant of a run; the same run always gives the same fit. */
  public static FitFile of(RunFolder.Contents run) {
    return new FitFile(
        SCHEMA,
        run.info().id(),
        run.info().plan().variants().stream().map(one -> VariantFit.of(run, one)).toList());
  }

  /** Reads a file; one that is no fit is an {@link IllegalArgumentException}. */
  public static FitFile read(Path file) throws IOException {
    try {
      var json = RunJson.MAPPER.readTree(file.toFile());
      if (json == null || !json.path("schema").asText().equals(SCHEMA)) {
        throw new IllegalArgumentException(
            "%s is not a fit: its schema is not %s; make one by thaw fit RUN --format json --out FILE"
                .formatted(file, SCHEMA));
      }
      return RunJson.MAPPER.treeToValue(json, FitFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s cannot be read (%s); make it again by thaw fit RUN --format json --out FILE"
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, toJson());
  }

  /** The file's text. */
  public String toJson() {
    try {
      return RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The service times of a variant; an unknown one, or one with too few values, is an {@link
   * IllegalArgumentException}.
   */
  public ServiceTimes times(String variant) {
    return variant(variant).serviceTimes();
  }

  /** The fit of a variant; an unknown one is an {@link IllegalArgumentException}. */
  public VariantFit variant(String variant) {
    return variants.stream()
        .filter(one -> one.variant().equals(variant))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the fit of run %s has no variant '%s'; it has %s"
                        .formatted(
                            run,
                            variant,
                            variants.stream()
                                .map(VariantFit::variant)
                                .collect(Collectors.joining(", ")))));
  }
}
