package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.RunFolder;
import dev.thaw.results.SyntheticRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  @TempDir private Path runs;

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  private static String render(RunFolder folder, ReportFormat format) throws IOException {
    return format.render(Report.of(folder.read())).replace(folder.path().toString(), "RUN");
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, America/Los_Angeles",
    "de-DE, Europe/Berlin",
    "tr-TR, Asia/Kathmandu",
    "ar, Pacific/Kiritimati",
    "ar-EG, UTC",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok"
  })
  void reportsReadTheSameEverywhere(String tag, String zoneId) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
    var complete = SyntheticRun.complete(runs, SyntheticRun.USUAL);
    Golden.check("complete.txt", render(complete, ReportFormat.TABLE));
    Golden.check("complete.md", render(complete, ReportFormat.MARKDOWN));
    Golden.check("complete.json", render(complete, ReportFormat.JSON));
    Golden.check("complete-data.json", PageParts.of(render(complete, ReportFormat.HTML)).data());
  }

  @Test
  void singleSamplesGiveNoFiguresAndSayWhy() throws IOException {
    var folder = SyntheticRun.oneSample(runs);
    Golden.check("one-sample.txt", render(folder, ReportFormat.TABLE));
    assertThat(Report.of(folder.read()).headline())
        .isEqualTo("Too few samples for a figure: 1 in cold, 1 in steady.");
  }

  @Test
  void runOfErrorsIsInvalidAndHarmless() throws IOException {
    var folder = SyntheticRun.onlyErrors(runs);
    Golden.check("only-errors.txt", render(folder, ReportFormat.TABLE));
    Golden.check("only-errors.md", render(folder, ReportFormat.MARKDOWN));
  }

  @Test
  void killedRunShowsWhatItHas() throws IOException {
    Golden.check("killed.txt", render(SyntheticRun.killed(runs), ReportFormat.TABLE));
  }

  @Test
  void tableOfTwoVariantsFitsATerminal() throws IOException {
    var table = render(SyntheticRun.complete(runs, SyntheticRun.USUAL), ReportFormat.TABLE);
    assertThat(table.lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void colourAddsNothingButSequences() throws IOException {
    var folder = SyntheticRun.onlyErrors(runs);
    var coloured = render(folder, ReportFormat.COLOURED_TABLE);
    assertThat(coloured).contains("\u001b[31m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(render(folder, ReportFormat.TABLE));
  }

  @Test
  void publishingWritesAllFilesAndCanBeRepeated() throws IOException {
    var folder = SyntheticRun.complete(runs, SyntheticRun.USUAL);
    Report.publish(folder.read());
    var first = Files.readString(folder.path().resolve("report.html"));
    Report.publish(RunFolder.open(folder.path()).read());
    assertThat(folder.path().resolve("report.html")).hasContent(first);
    assertThat(folder.path().resolve("report.md")).exists();
    assertThat(folder.path().resolve("summary.json")).exists();
    assertThat(folder.path().resolve("invocations.ndjson.gz")).exists();
  }

  @Test
  void formatsAreFoundByTheNamesOfTheCommandLine() {
    assertThat(ReportFormat.of("md")).isEqualTo(ReportFormat.MARKDOWN);
    assertThat(ReportFormat.of("table")).isEqualTo(ReportFormat.TABLE);
    assertThat(ReportFormat.of("json")).isEqualTo(ReportFormat.JSON);
    assertThat(ReportFormat.HTML.fileName()).isEqualTo("report.html");
  }
}
