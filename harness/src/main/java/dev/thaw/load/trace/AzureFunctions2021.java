package dev.thaw.load.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Azure Functions' invocations of two weeks in January 2021: {@code
 * app,func,end_timestamp,duration}, times in seconds, in the order of completion. A function's name
 * is unique within its app only.
 *
 * @see <a
 *     href="https://github.com/Azure/AzurePublicDataset/blob/master/AzureFunctionsInvocationTrace2021.md">Azure
 *     Functions Invocation Trace 2021</a> (Y. Zhang et al., Faster and Cheaper Serverless Computing
 *     on Harvested Resources, SOSP 2021)
 */
final class AzureFunctions2021 {
  static final String END = "end_timestamp";

  private static final List<String> HEADER = List.of("app", "func", END, "duration");
  private static final double NS_PER_SECOND = 1e9;
  private static final double MS_PER_SECOND = 1e3;

  private AzureFunctions2021() {}

  static Trace read(Path file, Predicate<String> isSelected) {
    try (var rows = CsvRows.open(file)) {
      rows.next();
      if (!HEADER.equals(List.of(rows.cells()))) {
        throw rows.wrong("the header is not '%s'".formatted(String.join(",", HEADER)));
      }
      var invocations = new Invocations(isSelected);
      while (rows.next()) {
        rows.requireColumns(HEADER.size());
        double seconds = rows.amount(3, "a duration");
        invocations.add(
            rows.cell(0) + "/" + rows.cell(1),
            rows.instant(2) - Math.round(seconds * NS_PER_SECOND),
            seconds * MS_PER_SECOND);
      }
      return invocations.trace();
    }
  }
}
