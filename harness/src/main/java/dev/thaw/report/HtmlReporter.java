package dev.thaw.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.results.Metric;
import dev.thaw.results.RunInfo;
import dev.thaw.results.RunJson;
import dev.thaw.results.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One self-contained page: a template, its style and script, and one block of JSON they draw from.
 * It loads nothing, and its content security policy lets nothing but its own script and style run.
 */
final class HtmlReporter implements Reporter {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final List<String> SCRIPTS =
      List.of(
          "elements.js",
          "figures.js",
          "axes.js",
          "charts.js",
          "model.js",
          "timeline.js",
          "page.js");

  /** What the page knows. */
  private record Page(
      RunInfo info,
      Summary summary,
      List<ResultTable.Row> table,
      @JsonUnwrapped Words words,
      Facts facts,
      List<Label> units,
      PhaseTable phaseTable,
      ModelTable model,
      Charts charts,
      boolean isPartial) {}

  private record Words(String headline, String closing) {}

  private record Facts(
      String target, String machine, String version, String duration, String phases) {}

  /** What a row of the table is called. */
  private record Label(String group, String label, String unit) {}

  @Override
  public void write(Report report, Appendable out) throws IOException {
    var style = resource("report.css");
    var script = SCRIPTS.stream().map(HtmlReporter::resource).collect(Collectors.joining("\n"));
    var values =
        Map.of(
            "title", escaped(report.info().title().name() + " · Thaw"),
            "policy", policy(script, style),
            "style", style,
            "script", script,
            "data", data(report),
            "text", escaped(ReportFormat.TABLE.render(report)));
    out.append(
        PLACE
            .matcher(resource("report.html"))
            .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1)))));
  }

  private static String value(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the template has an unknown place: " + name);
    }
    return value;
  }

  private static String policy(String script, String style) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src '%s'; style-src '%s'"
        .formatted(digest(script), digest(style));
  }

  private static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** JSON in which nothing can end the script element. */
  private static String data(Report report) throws JsonProcessingException {
    var facts = new RunFacts(report.info());
    var rows = ResultTable.of(report.summary()).rows();
    var page =
        new Page(
            report.info(),
            report.summary(),
            rows,
            new Words(report.headline(), Closing.TEXT),
            new Facts(
                facts.target(), facts.machine(), facts.version(), facts.duration(), facts.phases()),
            rows.stream().map(row -> label(row.metric())).toList(),
            PhaseTable.of(report.summary()),
            ModelTable.of(report.summary()),
            report.charts(),
            report.isPartial());
    return RunJson.MAPPER
        .writeValueAsString(page)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static Label label(Metric metric) {
    return new Label(metric.group(), metric.label(), Figures.unit(metric));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReporter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
