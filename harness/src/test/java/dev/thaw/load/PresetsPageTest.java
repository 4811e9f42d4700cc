package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/presets.md} says what the data says: -Dthaw.golden=write writes it anew. */
final class PresetsPageTest {
  private static final Path PAGE = Path.of("docs/presets.md");
  private static final String HEAD =
      """
      # Service-time presets

      What others measured on AWS Lambda, by name, for use as service times of a prediction. Lambda changes: each has its
      date, and none is the truth about a function of yours. All times are in ms; `-` was not measured. A function's own
      times stay its own: a preset adds init, what is hidden, the round trip, and by how much an environment's first
      invocation takes longer. Between two memory sizes that is on the straight line of the logarithms, beyond them as at
      the nearest.

      Made from `presets.json`, where all quantiles are.
      """;

  @Test
  void saysWhatTheDataSays() throws IOException {
    var page = page();
    if ("write".equals(System.getProperty("thaw.golden"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  private static String page() {
    var groups =
        ServiceTimePreset.all().stream().collect(Collectors.groupingBy(ServiceTimePreset::origin));
    var page = new StringBuilder(HEAD);
    ServiceTimePreset.all().stream()
        .map(ServiceTimePreset::origin)
        .distinct()
        .forEach(origin -> page.append(section(origin, groups.getOrDefault(origin, List.of()))));
    return page.toString();
  }

  private static String section(PresetOrigin origin, List<ServiceTimePreset> presets) {
    var lines = new ArrayList<String>();
    lines.add("\n## " + origin.date() + "\n");
    lines.add("Source: " + origin.source() + "\n");
    lines.add("Measured: " + origin.measured() + "\n");
    lines.add("Assumed: " + origin.assumed() + "\n");
    lines.add(
        "| preset | init p50 / p95 / p99 | hidden p50 / p95 / p99 | round trip p50 / p95 / p99 |"
            + " warm p50 / p95 / p99 | first invocation longer by |");
    lines.add("|---|---|---|---|---|---|");
    presets.forEach(preset -> lines.add(row(preset)));
    return String.join("\n", lines) + "\n";
  }

  private static String row(ServiceTimePreset preset) {
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            preset.name(),
            quantiles(preset.init()),
            quantiles(preset.hidden()),
            quantiles(preset.roundTrip()),
            quantiles(preset.warm()),
            first(preset));
  }

  private static String quantiles(@Nullable Distribution distribution) {
    return distribution == null
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.0f / %.0f / %.0f",
            distribution.quantile(0.5),
            distribution.quantile(0.95),
            distribution.quantile(0.99));
  }

  private static String first(ServiceTimePreset preset) {
    return preset.firstDurationMs().isEmpty()
        ? "-"
        : preset.firstDurationMs().entrySet().stream()
            .map(entry -> entry.getValue() + " at " + entry.getKey() + " MB")
            .collect(Collectors.joining(", "));
  }
}
