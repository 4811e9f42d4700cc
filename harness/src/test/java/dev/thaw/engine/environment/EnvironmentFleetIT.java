package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environments are started, reused and ended, with real processes. */
final class EnvironmentFleetIT {
  private static final Pattern ID = Pattern.compile("\"environmentId\":\"([-0-9a-f]{36})\"");

  /** Answers at once, after an init that takes a second. */
  private static final String SLOW_INIT =
      """
      #!/bin/sh
      sleep 1
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      while true; do
        curl -sS -D "$TMPDIR/headers" "$API/invocation/next" >/dev/null || exit 9
        ID=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([-0-9a-f]*\\).*/\\1/Ip' "$TMPDIR/headers")
        curl -sS -o /dev/null -d "$$" "$API/invocation/$ID/response"
      done
      """;

  private static List<InvocationResult> invokeAtOnce(
      TestFleet test, FunctionVersion function, int count, String payload) {
    var answers =
        IntStream.range(0, count)
            .mapToObj(i -> test.fleet().invoke(function, TestFleet.request(payload)))
            .toList();
    return answers.stream().map(EnvironmentFleetIT::await).toList();
  }

  private static Retention retention(Duration keepAlive, Duration lifetime) {
    return new Retention(KeepAlive.fixed(keepAlive), lifetime, Placement.MOST_RECENTLY_USED);
  }

  private static InvocationResult await(CompletableFuture<InvocationResult> answer) {
    return answer.orTimeout(120, TimeUnit.SECONDS).join();
  }

  private static String text(InvocationResult result) {
    return new String(result.payload(), StandardCharsets.UTF_8);
  }

  private static Stream<String> environmentIds(List<InvocationResult> results) {
    return results.stream()
        .map(EnvironmentFleetIT::text)
        .map(ID::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  /** Each JVM unpacking its native library to the same path would crash some of them. */
  @ParameterizedTest
  @ValueSource(ints = {10, 30})
  void concurrentColdStartsAllSucceedAndAllEnvironmentsAreReused(int count) throws Exception {
    try (var test = TestFleet.startPatiently()) {
      var function = test.sample(Map.of());

      var cold = invokeAtOnce(test, function, count, "{\"sleepMs\":1000}");
      var warm = invokeAtOnce(test, function, count, "{\"sleepMs\":1000}");

      assertThat(cold).allMatch(result -> result.functionError() == null);
      assertThat(cold).allMatch(result -> result.log().contains("Init Duration: "));
      assertThat(environmentIds(cold)).doesNotHaveDuplicates().hasSize(count);
      assertThat(warm).allMatch(result -> !result.log().contains("Init Duration: "));
      assertThat(environmentIds(warm))
          .containsExactlyInAnyOrderElementsOf(environmentIds(cold).toList());
      assertThat(test.fleet().environments(function.name())).isEqualTo(count);
    }
  }

  @Test
  void concurrentColdStartsDoNotWaitForEachOther() throws Exception {
    try (var test = TestFleet.start()) {
      var function = test.custom(SLOW_INIT);
      invokeAtOnce(test, function, 10, "");

      var kinds =
          test.events(function).stream().map(event -> event.message().split(" ", 2)[0]).toList();
      // An init takes a second at least, so the tenth began before the first had ended.
      assertThat(kinds.lastIndexOf("INIT_START")).isLessThan(kinds.indexOf("START"));
      assertThat(test.streams(function)).hasSize(10);
    }
  }

  @Test
  void oneAfterTheOtherUsesOneEnvironment() throws Exception {
    try (var test = TestFleet.startPatiently()) {
      var function = test.sample(Map.of());
      for (int i = 1; i <= 200; i++) {
        assertThat(test.invoke(function, "{}").payload())
            .contains("\"invocationIndex\":" + i + ",");
      }
      assertThat(test.streams(function)).hasSize(1);
    }
  }

  @Test
  void idleEnvironmentEndsAfterItsKeepAliveAndTheNextInvocationIsCold() throws Exception {
    var retention = retention(Duration.ofMillis(300), Duration.ofHours(2));
    try (var test = TestFleet.start(settings -> settings.withRetention(retention))) {
      var function = test.custom(SLOW_INIT);
      long process = Long.parseLong(test.invoke(function, "").payload());

      Processes.awaitEnd(process);
      Processes.await("the folder to go", () -> isEmpty(test.workFolder()));
      assertThat(test.fleet().environments(function.name())).isZero();
      assertThat(test.invoke(function, "").result().log()).contains("Init Duration: ");
    }
  }

  @Test
  void environmentBeyondItsLifetimeEndsAfterItsInvocation() throws Exception {
    var retention = retention(Duration.ofHours(1), Duration.ofMillis(500));
    try (var test = TestFleet.start(settings -> settings.withRetention(retention))) {
      var function = test.custom(SLOW_INIT);
      var first = test.invoke(function, "");
      var second = test.invoke(function, "");

      assertThat(second.result().log()).contains("Init Duration: ");
      assertThat(second.payload()).isNotEqualTo(first.payload());
      Processes.awaitEnd(Long.parseLong(first.payload()));
    }
  }

  @Test
  void idleEnvironmentServesWhereNoneMayBeStarted() throws Exception {
    try (var test = TestFleet.start()) {
      var function = test.custom(SLOW_INIT);
      assertThatThrownBy(() -> await(invokeWithoutGrowth(test, function)))
          .hasCauseInstanceOf(GrowthRefusedException.class);
      assertThat(test.fleet().environments(function.name())).isZero();
      var process = test.invoke(function, "").payload();

      assertThat(text(await(invokeWithoutGrowth(test, function)))).isEqualTo(process);
    }
  }

  private static CompletableFuture<InvocationResult> invokeWithoutGrowth(
      TestFleet test, FunctionVersion function) {
    return test.fleet().invoke(function, TestFleet.request(""), () -> false);
  }

  @Test
  void retirementSparesTheInvocationThatIsGoingOn() throws Exception {
    try (var test = TestFleet.startPatiently()) {
      var function = test.sample(Map.of());
      var going = test.fleet().invoke(function, TestFleet.request("{\"sleepMs\":1000}"));
      test.fleet().retire(function.name());

      assertThat(await(going).functionError()).isNull();
      assertThat(test.fleet().environments(function.name())).isZero();
      Processes.await("the folder to go", () -> !holdsEnvironments(test.workFolder()));
      assertThat(test.invoke(function, "{}").payload()).contains("\"invocationIndex\":1,");
    }
  }

  @Test
  void revisionsDoNotShareEnvironments() throws Exception {
    try (var test = TestFleet.start()) {
      var one = test.custom(SLOW_INIT);
      var two =
          new FunctionVersion(
              one.name(),
              one.version(),
              "2",
              one.runtime(),
              one.handler(),
              one.memory(),
              one.timeout(),
              one.code(),
              one.variables(),
              Attachments.NONE);

      assertThat(test.invoke(one, "").payload()).isNotEqualTo(test.invoke(two, "").payload());
    }
  }

  @Test
  void closeEndsEverythingAndFailsWhatIsGoingOn() throws Exception {
    try (var test = TestFleet.start()) {
      var function = test.custom(SLOW_INIT);
      long process = Long.parseLong(test.invoke(function, "").payload());
      var going = test.fleet().invoke(test.named("other", function), TestFleet.request(""));

      test.fleet().close();
      test.fleet().close();

      assertThat(test.workFolder()).doesNotExist();
      Processes.awaitEnd(process);
      assertThatThrownBy(() -> await(going)).hasMessageContaining("was ended with its engine");
      assertThatThrownBy(() -> await(test.fleet().invoke(function, TestFleet.request(""))))
          .hasMessageContaining("the engine is closed");
    }
  }

  @Test
  void refusesAWorkFolderThatHoldsSomething(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("precious"), "do not remove");

    assertThatThrownBy(
            () ->
                EnvironmentFleet.start(
                    FleetSettings.in(folder, TestFleet.CLOCK), (group, stream, at, message) -> {}))
        .hasMessageContaining("is not empty");
    assertThat(folder.resolve("precious")).exists();
  }

  @Test
  void refusesARuntimeThatItCannotRun() throws Exception {
    try (var test = TestFleet.start()) {
      var function = test.function("cobol85", Path.of("/"), Map.of());

      assertThatThrownBy(() -> await(test.fleet().invoke(function, TestFleet.request(""))))
          .hasMessageContaining("runtime 'cobol85' cannot be run here; java11 to java25");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Beside the environments' folders there is the one of the Java runtime. */
  private static boolean holdsEnvironments(Path folder) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> !file.endsWith("java"));
    } catch (IOException e) {
      return true;
    }
  }
}
