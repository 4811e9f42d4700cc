package dev.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.invocation.WallClock;
import dev.thaw.results.SyntheticRun;
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
      strings = {
        "run",
        "experiments",
        "serve",
        "report",
        "open",
        "fit",
        "doctor",
        "conform",
        "bench",
        "predict",
        "plan",
        "replay"
      })
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
          run nosuch                       | 'nosuch' is neither a file nor a built-in experiment (quickstart, cold-starts,
          run quickstart --target moon     | Invalid value for option '--target': expected one of [embedded]
          run quickstart --seed x          | Invalid value for option '--seed': 'x' is not a long
          run quickstart --endpoint-url x  | --endpoint-url 'x' is not a URL such as http://127.0.0.1:4566
          run quickstart --format xml      | Invalid value for option '--format': expected one of [table, json, md]
          run quickstart --set a.b=1       | --set a.b=1: there is no group of settings 'a'; there is: name, question, payload, function, variants, phases
          predict nosuch                   | 'nosuch' is neither a file nor a built-in experiment
          predict quickstart --times none  | variant sharing-on: there is no service-time preset 'none'; the nearest are
          predict quickstart --set model.x=1 | --set model.x=1: there is no group of settings 'model'
          plan quickstart                  | Missing required option: '--slo=LIMITS'
          plan quickstart --slo p99        | --slo: 'p99' is not a limit: write 'p50 < 20 ms' (p50, p90, p95, p99 or p99.9; a time), 'cold < 0.1 %', 'throttles < 0.1 %' or 'cost < $2 per 1M'
          plan quickstart --slo p99<1s --load often | --load: 'often' is not an arrival process
          plan quickstart --slo p99<1s --memory 512,64 | --memory: memory 64 MB is outside 128 to 10240 MB
          replay nosuch.csv                | nosuch.csv: there is no such file
          replay nosuch.csv --warm quick   | --warm: 'quick' is not a distribution of times
          replay nosuch.csv --keep-alive 5 | --keep-alive:
          replay nosuch.csv --account-concurrency 0 | --account-concurrency 0 is below 1
          serve --port 70000               | --port 70000 is outside 0 to 65535
          serve --account-concurrency 0    | --account-concurrency 0 is outside 1 to 100000
          conform --only R99               | --only R99: there is no such check; see --list
          conform --parallel 0             | --parallel 0 is outside 1 to 100
          conform --platform-time-scale 0  | --platform-time-scale 0.0 is outside 0.001 to 10000
          conform --endpoint-url x         | --endpoint-url 'x' is not a URL such as http://127.0.0.1:4566
          bench --beside x                 | Value for option option '--beside' (NAME=URL) should be in KEY=VALUE format but was x
          bench --beside x=here            | --beside x=here: 'here' is not a URL such as http://127.0.0.1:4566
          bench --beside x=http://h        | --beside x=http://h: 'http://h' is not a URL such as http://127.0.0.1:4566
          bench --beside x=https://h:1     | --beside x=https://h:1: 'https://h:1' is not a URL such as http://127.0.0.1:4566
          bench --beside x=http://[:1      | --beside x=http://[:1: 'http://[:1' is not a URL such as http://127.0.0.1:4566
          bench --beside thaw=http://h:1   | --beside thaw=http://h:1: that name is this engine's own
          report nosuch                    | is not a run: it has no run.json
          report                           | there is no run below
          fit nosuch                       | is not a run: it has no run.json
          fit nosuch --out none/fit.json   | --out 'none/fit.json' is no file in a folder that exists
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
  void aFileThatIsTooLargeForAnExperimentIsRefused() throws IOException {
    Files.write(folder.resolve("mine.yaml"), new byte[5_000_000]);

    assertThat(thaw("run", "mine.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "'mine.yaml' is no experiment file: it has 5,000,000 bytes, and at most 4,194,304 are"
                + " read");
  }

  @Test
  void aPredictionIsPrintedWithoutRunningAnything() {
    assertThat(thaw("predict", "quickstart")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("# quickstart · a prediction: nothing was run")
        .contains("aws-2026-java17-zip", "cold client p50", "cold starts │");
    assertThat(err.toString()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPredictionAsJsonIsOneObjectWithASchema() throws IOException {
    assertThat(thaw("predict", "quickstart", "--format", "json", "--seed", "9"))
        .isEqualTo(ExitCode.OK);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("schema").asText()).isEqualTo("thaw-prediction/1");
    assertThat(json.path("seed").asLong()).isEqualTo(9);
    assertThat(json.at("/phases/0/variants/0/cold/p50/value").asDouble()).isBetween(200.0, 300.0);
  }

  @Test
  void aPlanThatNothingKeepsIsExitCode1() {
    assertThat(thaw("plan", "quickstart", "--slo", "p50 < 1 ms", "--load", "poisson 5/s for 60 s"))
        .isEqualTo(ExitCode.NOT_KEPT);
    assertThat(out.toString()).contains("Nothing keeps p50 < 1 ms.");
  }

  @Test
  void aPlanAsJsonIsOneObjectWithASchema() throws IOException {
    int code =
        thaw(
            "plan",
            "quickstart",
            "--slo=p50 < 1 s",
            "--load=poisson 5/s for 60 s",
            "--memory=512,1024",
            "--format=json");
    assertThat(code).isEqualTo(ExitCode.OK);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("schema").asText()).isEqualTo("thaw-plan/1");
    assertThat(json.path("candidates")).hasSize(4);
    assertThat(json.at("/candidates/0/chosen/provisioned").asInt()).isZero();
  }

  @Test
  void whereTheLocaleIsNotUtf8ThePlotIsAscii() {
    var surroundings =
        new Surroundings(folder, folder, Map.of("LC_ALL", "C"), new WallClock(), false);
    Main.commandLine(surroundings, new PrintWriter(out, true), new PrintWriter(err, true))
        .execute("predict", "quickstart");
    assertThat(out.toString().chars()).allMatch(sign -> sign < 128);
  }

  @Test
  void aTraceIsReplayed() throws IOException {
    Files.writeString(folder.resolve("times.csv"), "0\n1\n2.5\n");

    assertThat(thaw("replay", "times.csv", "--warm", "constant 5 ms")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("function invocations", "all ");
  }

  @Test
  void aRunIsReplayedByItself() throws IOException {
    var runs = Files.createDirectory(folder.resolve("my runs"));
    var run = SyntheticRun.complete(runs, SyntheticRun.USUAL);

    assertThat(thaw("replay", "my runs/" + run.id())).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("# run " + run.id() + " · replayed in the model")
        .contains("steady/image", "warm-ups and discarded stretches are sent");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFolderThatIsNoRunIsNotReplayed() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(thaw("replay", "empty")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is not a run: it has no run.json");
  }

  @Test
  void aMistakeInATraceNamesTheLine() throws IOException {
    Files.writeString(folder.resolve("times.csv"), "0\n1\nnever\n");

    assertThat(thaw("replay", "times.csv", "--warm", "constant 5 ms")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("times.csv, line 3: ");
  }

  @Test
  void checksAreListedWithTheirSources() {
    assertThat(thaw("conform", "--list", "--only", "R1.1")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("R1.1    a throttled invoke")
        .contains("localstack test_reserved_concurrency, recorded 2025-11-25")
        .doesNotContain("R1.2");
  }

  @Test
  void anEndpointThatDoesNotAnswerCannotBeMeasured() {
    assertThat(thaw("conform", "--only", "R1.1", "--endpoint-url", "http://127.0.0.1:9"))
        .isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(err.toString()).contains("http://127.0.0.1:9 does not answer");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertThat(thaw("run", "quickstart", "--out", "file/runs")).isEqualTo(ExitCode.TARGET);
    assertThat(err.toString())
        .startsWith("thaw: reading or writing failed: " + folder.resolve("file"))
        .doesNotContain("Exception");
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
