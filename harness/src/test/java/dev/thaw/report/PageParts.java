package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** A page taken apart the way a browser does: an element ends at its first end tag. */
record PageParts(String policy, String style, String data, String script, String outside) {
  private static final Pattern PAGE =
      Pattern.compile(
          "(.*?Content-Security-Policy\" content=\"([^\"]*)\".*?<style>)(.*?)(</style>.*?"
              + "<script type=\"application/json\" id=\"data\">)(.*?)(</script>\\s*<script>)(.*?)"
              + "(</script>\\s*</body>\\s*</html>\\s*)",
          Pattern.DOTALL);

  static PageParts of(String page) {
    var matcher = PAGE.matcher(page);
    assertThat(matcher.matches()).isTrue();
    return new PageParts(
        matcher.group(2),
        matcher.group(3),
        matcher.group(5),
        matcher.group(7),
        matcher.group(1) + matcher.group(4) + matcher.group(6) + matcher.group(8));
  }
}
