package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.RunJson;
import dev.thaw.results.SyntheticRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReporterTest {
  @TempDir private Path runs;

  private String hostilePage() throws IOException {
    return ReportFormat.HTML.render(Report.of(SyntheticRun.onlyErrors(runs).read()));
  }

  @Test
  void nothingThatWasRecordedCanEndTheDataOrBecomeMarkup() throws IOException {
    var page = PageParts.of(hostilePage());
    assertThat(page.data()).doesNotContain("<").doesNotContain(">").doesNotContain("\u2028");
    assertThat(page.outside()).doesNotContain("refused </script>").doesNotContain("<b>&amp;amp");
    var errors = RunJson.MAPPER.readTree(page.data()).at("/summary/phases/1/errors");
    assertThat(errors.fieldNames().next())
        .isEqualTo("no answer: refused </script><b>&amp;\u2028 'x'");
  }

  @Test
  void policyAllowsTheOwnScriptAndStyleAndNothingElse() throws Exception {
    var page = PageParts.of(hostilePage());
    assertThat(page.policy())
        .startsWith("default-src 'none';")
        .contains("script-src '" + digest(page.script()) + "'")
        .contains("style-src '" + digest(page.style()) + "'")
        .doesNotContain("unsafe");
    assertThat(page.script()).doesNotContain("innerHTML").doesNotContain("eval(");
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  @Test
  void pageLoadsNothing() throws IOException {
    assertThat(hostilePage())
        .doesNotContain(" src=")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("fetch(");
  }

  @Test
  void resultCanBeReadWithoutScript() throws IOException {
    var page = PageParts.of(hostilePage()).outside();
    assertThat(page).contains("<noscript>").contains("INVALID measurement");
  }

  @Test
  void pageOfManyRequestsStaysSmall() throws IOException {
    var run = SyntheticRun.complete(runs, new SyntheticRun.Size(20, 1_200, 10)).read();
    assertThat(run.invocations()).hasSizeGreaterThan(20_000);
    assertThat(ReportFormat.HTML.render(Report.of(run)).length()).isLessThan(300_000);
  }
}
