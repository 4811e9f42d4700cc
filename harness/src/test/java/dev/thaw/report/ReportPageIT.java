package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.thaw.results.RunFolder;
import dev.thaw.results.SyntheticRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page from its file in a real browser, where one is installed. */
final class ReportPageIT {
  @TempDir private Path folder;

  @BeforeEach
  void needsBrowser() {
    assumeTrue(browser().isPresent(), "chromium is not on the PATH");
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The page after its script has run, and what the browser logged meanwhile. */
  private record Opened(String page, String log) {}

  private Opened open(RunFolder run) throws IOException, InterruptedException {
    Report.publish(run.read());
    var page = folder.resolve("page.html").toFile();
    var log = folder.resolve("log.txt").toFile();
    var process =
        new ProcessBuilder(
                browser().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                run.path().resolve("report.html").toUri().toString())
            .redirectOutput(page)
            .redirectError(log)
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Opened(Files.readString(page.toPath()), Files.readString(log.toPath()));
  }

  private static long count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1L;
  }

  @Test
  void completeRunDrawsEveryFigureWithoutAComplaint() throws Exception {
    var opened = open(SyntheticRun.complete(folder.resolve("runs"), SyntheticRun.USUAL));
    assertThat(opened.log()).doesNotContain("CONSOLE");
    // Breakdown, cold starts, percentiles, model, and two variants over time.
    assertThat(count(opened.page(), "role=\"img\"")).isEqualTo(6);
    assertThat(count(opened.page(), "Data behind this figure")).isGreaterThanOrEqualTo(5);
    assertThat(opened.page()).doesNotContain("NaN").doesNotContain(">undefined<");
  }

  @Test
  void runOfErrorsShowsThemAsText() throws Exception {
    var opened = open(SyntheticRun.onlyErrors(folder.resolve("runs")));
    assertThat(opened.log()).doesNotContain("CONSOLE");
    assertThat(opened.page())
        .contains("Nothing was measured: all 40 requests failed.")
        .contains("No cold start was measured.")
        .contains("refused &lt;/script&gt;&lt;b&gt;");
  }

  @Test
  void sparseAndPartialRunsDrawWhatTheyHave() throws Exception {
    for (var run :
        new RunFolder[] {
          SyntheticRun.oneSample(folder.resolve("one")), SyntheticRun.killed(folder.resolve("cut"))
        }) {
      var opened = open(run);
      assertThat(opened.log()).doesNotContain("CONSOLE");
      assertThat(opened.page()).contains("role=\"img\"").doesNotContain("NaN");
    }
  }
}
