package dev.thaw.target.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A function's code in sh and curl, for the runtime provided.al2023, which every endpoint that runs
 * functions can run: it starts in milliseconds, and what it does is plain to see. See
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html.
 *
 * @param init runs once, before the first event
 * @param handler runs for each event, with EVENT, ID and ARN of the invocation and COUNT of the
 *     process; it answers by ANSWER, and fails by KIND=error
 */
record Script(String init, String handler) {
  static final String RUNTIME = "provided.al2023";

  /** Runs the event, a JSON string, as a piece of shell; Q stands for a double quote. */
  static final Script SHELL = new Script("", "CODE=${EVENT#$Q}; CODE=${CODE%$Q}; eval \"$CODE\"");

  /** Answers with the event. */
  static final Script ECHO = new Script("", "ANSWER=$EVENT");

  /** Logs the event and answers null. */
  static final Script LOG = new Script("", "printf 'EVENT %s\\n' \"$EVENT\"");

  /** Logs the event and fails. */
  static final Script FAIL = new Script("", LOG.handler + "; fail");

  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      TMP="${TMPDIR:-/tmp}"
      Q='"'
      COUNT=0
      fail() {
        KIND=error
        ANSWER='{"errorMessage":"intentional failure","errorType":"Intended"}'
      }
      %s
      while true; do
        EVENT=$(curl -sS -D "$TMP/headers.$$" "$API/invocation/next") || exit 9
        while IFS= read -r LINE; do
          VALUE=${LINE#*: }
          VALUE=${VALUE%%?}
          case $LINE in
            [Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d:*) ID=$VALUE ;;
            [Ll]ambda-[Rr]untime-[Ii]nvoked-[Ff]unction-[Aa]rn:*) ARN=$VALUE ;;
          esac
        done <"$TMP/headers.$$"
        COUNT=$((COUNT + 1))
        KIND=response
        ANSWER=null
        %s
        printf '%%s' "$ANSWER" | curl -sS -o /dev/null -H 'Expect:' \\
          -H 'Content-Type: application/json' --data-binary @- "$API/invocation/$ID/$KIND"
      done
      """;

  /** The package to deploy: one executable file. */
  SdkBytes zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      var entry = new ZipArchiveEntry("bootstrap");
      entry.setUnixMode(0755);
      entry.setTime(0);
      zip.putArchiveEntry(entry);
      zip.write(BOOTSTRAP.formatted(init, handler).getBytes(UTF_8));
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }
}
