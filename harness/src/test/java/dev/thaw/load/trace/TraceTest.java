package dev.thaw.load.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.thaw.load.trace.TracedArrivals.Instants;
import dev.thaw.load.trace.TracedArrivals.MinuteCounts;
import dev.thaw.load.trace.TracedDurations.PerInvocation;
import dev.thaw.load.trace.TracedDurations.Quantiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceTest {
  private static final Path FIXTURES = Path.of("src/test/resources/dev/thaw/load/trace");
  private static final Path AZURE_2019 =
      FIXTURES.resolve("invocations_per_function_md.anon.d01.csv");
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;

  private static Trace read(Path file) {
    return Trace.read(file, Optional.empty());
  }

  private static Trace read(Path file, String selection) {
    return Trace.read(file, Optional.of(selection));
  }

  private Trace readText(String text) throws IOException {
    return read(Files.writeString(folder.resolve("trace.csv"), text));
  }

  private static long[] offsetsNs(TracedArrivals arrivals) {
    return ((Instants) arrivals).offsetsNs();
  }

  /** Requests began every 2 s and stand in the order in which they ended. */
  @Test
  void azure2021IsSortedByStart() {
    var trace = read(FIXTURES.resolve("azure-2021.csv"));

    assertThat(trace.functions())
        .extracting(TracedFunction::name)
        .containsExactlyInAnyOrder("shop/cart", "shop/pay", "blog/cart");
    assertThat(trace.duration()).isEqualTo(Duration.ofSeconds(58));
    var starts = offsetsNs(trace.merged());
    assertThat(starts).hasSize(30);
    for (int i = 0; i < 30; i++) {
      assertThat(starts[i]).isEqualTo(2L * i * SECOND);
    }
  }

  @Test
  void azure2021NamesAreUniqueWithinAnAppOnly() {
    var blog = read(FIXTURES.resolve("azure-2021.csv"), "blog/cart").functions().get(0);

    assertThat(offsetsNs(blog.arrivals())).startsWith(6 * SECOND, 14 * SECOND).hasSize(7);
    assertThat(blog.durations())
        .get()
        .satisfies(d -> assertThat(((PerInvocation) d).ms()).containsOnly(4000));
  }

  @Test
  void aSelectionMayBeTheBeginningOfNames() {
    assertThat(read(FIXTURES.resolve("azure-2021.csv"), "shop").functions())
        .extracting(TracedFunction::name)
        .containsExactlyInAnyOrder("shop/cart", "shop/pay");
    assertThat(read(AZURE_2019, "o1/a1").functions()).hasSize(2);
  }

  @Test
  void aWholeNameIsNotTheBeginningOfOthers() throws IOException {
    var file = Files.writeString(folder.resolve("t.csv"), "1,a\n2,a/b\n3,a\n4,a/c\n");

    assertThat(offsetsNs(read(file, "a").merged())).containsExactly(0, 2 * SECOND);
  }

  @Test
  void whatIsNotGzippedButSaysSoIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("t.csv.gz"), "1,a\n2,a/b\n");

    assertThatThrownBy(() -> read(file)).hasMessage(file + ": cannot be read: Not in GZIP format");
  }

  @Test
  void azure2019CountsByTheMinute() {
    var trace = read(AZURE_2019);

    assertThat(trace.duration()).isEqualTo(Duration.ofDays(1));
    assertThat(trace.functions())
        .extracting(TracedFunction::name, function -> function.arrivals().count())
        .containsExactly(tuple("o1/a1/f1", 70L), tuple("o1/a1/f2", 6L), tuple("o2/a2/f1", 288L));
    var first = (MinuteCounts) trace.functions().get(0).arrivals();
    assertThat(first.minutes()).containsExactly(0, 1, 59, 720);
    assertThat(first.counts()).containsExactly(3, 1, 6, 60);
    assertThat(trace.merged().count()).isEqualTo(364);
  }

  @Test
  void azure2019JoinsWhatLiesBesideIt() {
    var functions = read(AZURE_2019).functions();

    assertThat(functions.get(0).memoryMb()).hasValue(172.5);
    assertThat(functions.get(0).durations())
        .get()
        .satisfies(
            d -> {
              assertThat(((Quantiles) d).shares()).containsExactly(0, .01, .25, .5, .75, .99, 1);
              assertThat(((Quantiles) d).ms()).containsExactly(10, 20, 60, 100, 140, 800, 900);
            });
    assertThat(functions.get(1).durations()).isEmpty();
    assertThat(functions.get(2).memoryMb()).isEmpty();
  }

  @Test
  void azure2019NeedsNothingBesideIt() throws IOException {
    var alone = Files.copy(AZURE_2019, folder.resolve("day.csv"));

    assertThat(read(alone).functions()).hasSize(3).allMatch(f -> f.durations().isEmpty());
  }

  @Test
  void aTimestampFileMayHaveAHeader() {
    var trace = read(FIXTURES.resolve("timestamps.csv"));

    assertThat(trace.functions())
        .extracting(TracedFunction::name)
        .containsExactly("index", "resize");
    assertThat(offsetsNs(trace.functions().get(0).arrivals()))
        .startsWith(0, 90 * SECOND)
        .hasSize(10);
    assertThat(offsetsNs(trace.functions().get(1).arrivals())[0]).isEqualTo(30_250_000_000L);
    assertThat(((PerInvocation) trace.functions().get(0).durations().orElseThrow()).ms())
        .startsWith(10, 13);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Digits that a double of seconds since the epoch does not have.
        "1769860800.000000001;1769860800.000000004;1769860801 | 0, 3, 999999999",
        "0;1e-9;0.5 | 0, 1, 500000000",
        "-1;0 | 0, 1000000000",
        "time;2;2;3.5 | 0, 0, 1500000000",
        "2026-01-31T12:00:00Z;2026-01-31T14:00:00.5+02:00 | 0, 500000000",
        "3,f;4,f | 0, 1000000000",
        "3,f,0.5;4,f,0 | 0, 1000000000",
        "function,timestamp;f,3;f,4 | 0, 1000000000",
      })
  void timestampsAreSecondsOrInstants(String lines, String offsets) throws IOException {
    var trace = readText(lines.replace(';', '\n'));

    assertThat(offsetsNs(trace.merged()))
        .containsExactly(Arrays.stream(offsets.split(", ")).mapToLong(Long::parseLong).toArray());
  }

  @Test
  void aFileMayBeGzipped() throws IOException {
    var file = folder.resolve("times.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1\n2\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(file).merged().count()).isEqualTo(2);
  }

  @Test
  void aRecordedRunIsReadByPhaseAndVariant() throws IOException {
    var line =
        "{\"slot\":{\"generator\":0,\"phase\":\"warm\",\"variant\":\"%s\",\"index\":%d},"
            + "\"timing\":{\"intendedNs\":%d,\"sentNs\":9,\"doneNs\":9},\"answer\":{}}\n";
    var file = folder.resolve("requests-0.ndjson");
    Files.writeString(
        file,
        line.formatted("zip", 0, 1_000)
            + line.formatted("jar", 0, 500)
            + line.formatted("zip", 1, 2_500));

    assertThat(offsetsNs(read(file, "warm/zip").merged())).containsExactly(500, 2_000);
    assertThat(offsetsNs(read(file, "warm").merged())).containsExactly(0, 500, 2_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' |: is an empty trace: it has no invocations",
        "timestamp |: is an empty trace: it has no invocations",
        "1;x |, line 2: 'x' is not a time; write seconds (12.5) or ISO 8601 (2026-01-31T12:00:00Z)",
        "1;NaN |, line 2: 'NaN' is not a time",
        "1;2026-13-01T00:00:00Z |, line 2: '2026-13-01T00:00:00Z' is not a time",
        "1e30 |, line 1: '1e30' is neither a time nor a header with a column 'timestamp'",
        "1;2;1.5 |, line 3: time runs backwards: 1.5 is before the line above it; sort the file",
        "1,f;2 |, line 2: has 1 columns where there should be 2",
        "1,f;2,f,3 |, line 2: has 3 columns where there should be 2",
        "1,f,2,3 |, line 1: has 4 columns and no header",
        "1,f,-2 |, line 1: a duration of -2 is not a number of at least 0",
        "1,f,soon |, line 1: 'soon' is not a number (a duration)",
        "when,what;1,f |, line 1: 'when,what' is neither a time nor a header with a column",
        "1,\"f;2,f |, line 1: is not CSV: ",
        "app,func,end_timestamp;a,f,1 |, line 1: the header is not 'app,func,end_timestamp,duration'",
        "app,func,end_timestamp,duration |: is an empty trace",
        "app,func,end_timestamp,duration;a,f,9,1;a,f,10 |, line 3: has 3 columns where there should be 4",
        "app,func,end_timestamp,duration;a,f,9,-1 |, line 2: a duration of -1 is not",
        "HashOwner,HashApp,HashFunction,Trigger,1;o,a,f,http,1 |, line 1: has 5 columns where there should be 1444",
      })
  void badInputNamesFileLineAndValue(String lines, String message) {
    assertThatThrownBy(() -> readText(lines.replace(';', '\n')))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith(folder.resolve("trace.csv") + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 |, line 3: a count of -1 is negative",
        "1.5 |, line 3: '1.5' is not a whole number of invocations",
        "'' |, line 3: '' is not a whole number of invocations",
      })
  void badCountsNameFileLineAndValue(String count, String message) throws IOException {
    var lines = Files.readAllLines(AZURE_2019);
    var zeros = String.join(",", Collections.nCopies(1439, "0"));
    var bad = "o,a,f,http," + zeros + "," + count;

    assertThatThrownBy(() -> readText(String.join("\n", lines.get(0), lines.get(1), bad)))
        .hasMessage(folder.resolve("trace.csv") + message);
  }

  @Test
  void aFunctionThatStandsTwiceIsOne() throws IOException {
    var lines = Files.readAllLines(AZURE_2019);

    assertThat(readText(String.join("\n", lines.get(0), lines.get(1), lines.get(1))).functions())
        .singleElement()
        .satisfies(function -> assertThat(function.arrivals().count()).isEqualTo(140));
  }

  @Test
  void anUnknownFunctionIsToldSomeKnownOnes() {
    assertThatThrownBy(() -> read(FIXTURES.resolve("azure-2021.csv"), "cart"))
        .hasMessage(
            FIXTURES.resolve("azure-2021.csv")
                + ": has no function 'cart'; its functions are such as 'shop/cart', 'shop/pay', "
                + "'blog/cart'");
  }

  @Test
  void aMissingFileIsSaidSo() {
    assertThatThrownBy(() -> read(Path.of("nowhere.csv")))
        .hasMessage("nowhere.csv: there is no such file; its path counts from where thaw runs");
  }

  @Test
  void aCutOffRunNamesItsLine() throws IOException {
    var file = Files.writeString(folder.resolve("requests-0.ndjson"), "{\"slot\":{\"gen");

    assertThatThrownBy(() -> read(file))
        .hasMessageStartingWith(file + ", line 1: '{\"slot\":{\"gen' is not a request: ");
  }
}
