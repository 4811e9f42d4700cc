package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Request;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent.Closed;
import dev.thaw.load.GeneratorEvent.Fired;
import dev.thaw.load.GeneratorEvent.Progress;
import dev.thaw.load.GeneratorEvent.Ready;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import dev.thaw.results.NdjsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One generator, forked as the harness forks it, that fires at functions of every kind. */
class GeneratorIT {
  @TempDir static Path folder;
  private static LambdaStub lambda;
  private static WorkerProcess worker;
  private static final List<Request> ALL = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException {
    lambda = new LambdaStub();
    worker = WorkerProcess.start(folder);
    worker.order(new Open(lambda.uri(), "eu-west-1", file().toString(), 1, 3, 500));
    assertThat(worker.await(Ready.class).burnInRequests()).isEqualTo(500);
  }

  /** Close is the last order: what the file holds is what the events told. */
  @AfterAll
  static void close() throws Exception {
    try (var generator = worker) {
      generator.order(new Close());
      assertThat(generator.await(Closed.class).recorded()).isEqualTo(ALL.size());
      assertThat(generator.exitCode()).isZero();
      assertThat(generator.chatter()).isEmpty();
      var contents = new NdjsonFile<>(file(), Request.class).read();
      assertThat(contents.isComplete()).isTrue();
      assertThat(contents.values()).containsExactlyElementsOf(ALL);
      assertThat(folder.resolve(".java")).doesNotExist();
    } finally {
      lambda.close();
    }
  }

  /** 1 of 3 sends numbers 1, 4, 7 … of 100 to 299; constant 200/s puts number k at k × 5 ms. */
  @Test
  void sendsItsShareOfThePlanOnceAndNeverEarly() throws Exception {
    var fired = fire("warm", "constant 200/s for 1 s", "{\"i\":${index}}", 5000);

    var ours = LongStream.range(0, 200).filter(k -> k % 3 == 1).boxed().toList();
    assertThat(fired.planned()).isEqualTo(ours.size());
    assertThat(fired.done()).isEqualTo(ours.size());
    assertThat(fired.failed()).isZero();
    var requests =
        fired.requests().stream()
            .sorted((a, b) -> Long.compare(a.slot().index(), b.slot().index()))
            .toList();
    assertThat(requests).extracting(r -> r.slot().index() - 100).containsExactlyElementsOf(ours);
    long startNs = requests.get(0).timing().intendedNs() - 5_000_000;
    assertThat(requests)
        .allSatisfy(
            request -> {
              var timing = request.timing();
              assertThat(timing.intendedNs() - startNs)
                  .isEqualTo((request.slot().index() - 100) * 5_000_000);
              assertThat(timing.sentNs()).isGreaterThanOrEqualTo(timing.intendedNs());
              assertThat(timing.doneNs()).isGreaterThan(timing.sentNs());
              assertThat(request.slot().generator()).isEqualTo(1);
            });
    assertThat(lambda.invocations("warm"))
        .extracting(LambdaStub.Invocation::payload)
        .containsExactlyInAnyOrderElementsOf(
            ours.stream()
                .map(k -> "{\"id\":\"p.warm.%1$d\",\"i\":%1$d}".formatted(k + 100))
                .toList());
  }

  @Test
  void readsMarkerReportAndRequestId() throws Exception {
    var answer = fire("other", "burst 3", "{}", 5000).requests().get(0).answer();

    assertThat(answer.isSuccess()).isTrue();
    assertThat(answer.requestId()).isEqualTo("id-other");
    assertThat(answer.report()).isNotNull();
    assertThat(answer.marker()).isNotNull();
    var invocation = lambda.invocations("other").get(0);
    assertThat(invocation.header("X-Amz-Invocation-Type")).isEqualTo("RequestResponse");
    assertThat(invocation.header("X-Amz-Log-Type")).isEqualTo("Tail");
    assertThat(invocation.header("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=test/")
        .contains("/eu-west-1/lambda/aws4_request");
  }

  @Test
  void countsAFunctionErrorAsFailure() throws Exception {
    var fired = fire("failing", "burst 2", "{}", 5000);

    assertThat(fired.failed()).isEqualTo(1);
    var answer = fired.requests().get(0).answer();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.error()).isEqualTo("Fault: asked to fail");
  }

  @Test
  void recordsWhyItWasThrottledAndDoesNotTryAgain() throws Exception {
    var fired = fire("throttled", "burst 2", "{}", 5000);

    assertThat(fired.requests().get(0).answer().throttleReason())
        .isEqualTo(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
    assertThat(lambda.invocations("throttled")).hasSize(1);
  }

  @Test
  void givesUpAfterTheTimeout() throws Exception {
    var fired = fire("silent", "burst 2", "{}", 300);

    assertThat(fired.failed()).isEqualTo(1);
    var request = fired.requests().get(0);
    assertThat(request.answer().status()).isZero();
    assertThat(request.answer().error()).contains("timeout").contains("300 ms");
    assertThat(request.timing().latencyMs()).isGreaterThanOrEqualTo(299);
  }

  /** Ten at once leave connections behind, over which Gatling would send the next ones again. */
  @Test
  void sendsNothingAgainWhenItsConnectionIsDropped() throws Exception {
    fire("many", "burst 30", "{}", 5000);
    var fired = fire("dropping", "burst 14", "{}", 5000);

    assertThat(fired.failed()).isEqualTo(5);
    assertThat(fired.requests())
        .allSatisfy(request -> assertThat(request.answer().error()).isNotBlank());
    assertThat(lambda.invocations("dropping")).hasSize(5);
  }

  @Test
  void followsNoRedirect() throws Exception {
    var before = lambda.invocations("warm").size();
    var fired = fire("moved", "burst 2", "{}", 5000);

    assertThat(fired.requests().get(0).answer().status()).isEqualTo(307);
    assertThat(lambda.invocations("warm")).hasSize(before);
  }

  @Test
  void waitsForTheAgreedStart() throws Exception {
    var now = Instant.now();
    long startNs = now.getEpochSecond() * 1_000_000_000L + now.getNano() + 700_000_000;
    worker.order(
        new Fire(
            "later",
            "v",
            new Route.Invoke("warm-later"),
            "{}",
            ArrivalProcess.parse("burst 2"),
            1,
            100,
            startNs,
            5000,
            true));
    assertThat(worker.await(Progress.class).sent()).isLessThanOrEqualTo(1);
    var fired = worker.await(Fired.class);
    ALL.addAll(fired.requests());

    assertThat(fired.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.timing().intendedNs()).isEqualTo(startNs));
    assertThat(fired.lagMaxMs()).isGreaterThanOrEqualTo(0);
  }

  private static Fired fire(String function, String arrivals, String payload, long timeoutMs)
      throws IOException {
    var process = ArrivalProcess.parse(arrivals);
    var route = new Route.Invoke(function);
    worker.order(new Fire("p", function, route, payload, process, 1, 100, 0, timeoutMs, true));
    var fired = worker.await(Fired.class);
    ALL.addAll(fired.requests());
    return fired;
  }

  private static Path file() {
    return folder.resolve("requests.ndjson.gz");
  }
}
