package dev.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.WallClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int thaw(String... arguments) {
    var surroundings = new Surroundings(folder, folder, Map.of(), new WallClock(), false);
    return Main.commandLine(surroundings, new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void withoutACommandItTellsItsCommandsAndExitCodes() {
    assertThat(thaw()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("run ", "experiments ", "serve ", "report ", "open ", "fit ", "doctor ", "bench ")
        .contains("0     ok", "4     invalid measurement", "130   interrupted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "experiments", "serve", "report", "open", "fit", "doctor", "bench"})
  void everyCommandHasHelp(String command) {
    assertThat(thaw(command, "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("Usage: thaw " + command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bogus                            | Unmatched argument at index 0: 'bogus'
          run                              | Missing required parameter: 'EXPERIMENT'
          run nosuch                       | 'nosuch' is neither a file nor a built-in experiment (quickstart, memory-sizes, start-up, diurnal)
          run quickstart --target moon     | Invalid value for option '--target': expected one of [embedded]
          run quickstart --seed x          | Invalid value for option '--seed': 'x' is not a long
          run quickstart --endpoint-url x  | --endpoint-url 'x' is not a URL such as http://127.0.0.1:4566
          run quickstart --format xml      | Invalid value for option '--format': expected one of [table, json, md]
          run quickstart --set a.b=1       | --set a.b=1: there is no group of settings 'a'; there is: name, question, payload, function, variants, phases
          serve --port 70000               | --port 70000 is outside 0 to 65535
          serve --account-concurrency 0    | --account-concurrency 0 is outside 1 to 100000
          report nosuch                    | is not a run: it has no run.json
          report                           | there is no run below
          fit nosuch                       | is not a run: it has no run.json
          """)
  void wrongUsageIsOneClearSentenceAndExitCode2(String arguments, String message) {
    assertThat(thaw(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(message);
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMistakeInAFileNamesTheFileAndLine() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "name: mine\nvariants: {}\nphases: {}\n");

    assertThat(thaw("run", "mine.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("mine.yaml, line 2: variants: needs at least one variant");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Files.write(folder.resolve("mine.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThat(thaw("run", "mine.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'mine.yaml' is not a text file in UTF-8");
  }

  @Test
  void experimentsAreListedWithTheirQuestions() {
    assertThat(thaw("experiments")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("quickstart     What does class-data sharing buy");
  }

  @Test
  void experimentsAsJsonAreOneObjectWithASchema() {
    assertThat(thaw("experiments", "--format", "json")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("{")
        .contains("\"schema\" : \"thaw-experiments/1\"", "\"name\" : \"quickstart\"");
  }
}
