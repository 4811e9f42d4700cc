package dev.thaw.load.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The file formats of traces, told apart by name and header. */
enum TraceFormat {
  RECORDED_RUN(RecordedRun::read),
  AZURE_2019(AzureFunctions2019::read),
  AZURE_2021(AzureFunctions2021::read),
  TIMESTAMPS(TimestampFile::read);

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final BiFunction<Path, Predicate<String>, Trace> reader;

  TraceFormat(BiFunction<Path, Predicate<String>, Trace> reader) {
    this.reader = reader;
  }

  /** Reads the functions whose names are wanted. */
  Trace read(Path file, Predicate<String> isSelected) {
    return reader.apply(file, isSelected);
  }

  static TraceFormat of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TraceException(file, "there is no such file; its path counts from where thaw runs");
    }
    if (RecordedRun.isOne(file)) {
      return RECORDED_RUN;
    }
    try (var rows = CsvRows.open(file)) {
      var header = rows.next() ? List.of(rows.cells()) : List.<String>of();
      if (header.contains(AzureFunctions2019.FUNCTION)) {
        return AZURE_2019;
      }
      return header.contains(AzureFunctions2021.END) ? AZURE_2021 : TIMESTAMPS;
    }
  }
}
