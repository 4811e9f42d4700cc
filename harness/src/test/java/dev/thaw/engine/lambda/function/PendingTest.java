package dev.thaw.engine.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EchoEnvironments;
import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.LambdaService;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.Wire;
import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.protocol.WireResponse;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.invocation.WallClock;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function between its creation and its first runnable moment; the test does the work itself. */
final class PendingTest {
  private static final String PATH = "/2015-03-31/functions";

  @TempDir Path folder;
  private final ArrayDeque<Runnable> work = new ArrayDeque<>();
  private Service lambda;

  @BeforeEach
  void start() {
    var buckets = new Buckets(folder.resolve("s3"), new WallClock());
    var environments = new EchoEnvironments((group, stream, at, message) -> {});
    var parts =
        Lambda.create(
            new Lambda.Surroundings(
                folder.resolve("code"),
                buckets,
                environments,
                new Accounts(10, new WallClock()),
                work::add,
                new SplittableRandom(1)),
            new WallClock(),
            () -> UUID.randomUUID().toString());
    lambda = LambdaService.create(List.of(new FunctionOperations(parts, event -> {})), work::add);
  }

  /** Answers a request, leaving undone what it started. */
  private WireResponse answer(WireRequest wire) {
    var before = work.size();
    var answer = lambda.answer(Wire.CALL.withWire(wire));
    if (!answer.isDone()) {
      // The request itself is the last of the work.
      assertThat(work).hasSize(before + 1);
      work.removeLast().run();
    }
    return answer.join();
  }

  private WireResponse create() {
    var zip = Base64.getEncoder().encodeToString(EngineUnderTest.zip("one").asByteArray());
    return answer(
        Wire.request(
            "POST",
            PATH,
            """
            {"FunctionName": "f", "Runtime": "java21", "Handler": "h", "Role": "%s",
             "Code": {"ZipFile": "%s"}}
            """
                .formatted(EngineUnderTest.ROLE, zip)));
  }

  private WireResponse invoke() {
    return answer(Wire.request("POST", PATH + "/f/invocations", "{}"));
  }

  @Test
  void refusesInvocationsAndUpdatesUntilItIsActive() {
    assertThat(create().status()).isEqualTo(201);
    var update = Wire.request("PUT", PATH + "/f/configuration", "{\"Timeout\": 5}");
    var pending =
        "{\"Type\":\"User\",\"message\":\"The operation cannot be performed at this time. The"
            + " function is currently in the following state: Pending\"}";

    assertThat(invoke().status()).isEqualTo(409);
    assertThat(Wire.text(invoke().body())).isEqualTo(pending);
    assertThat(Wire.text(answer(update).body())).isEqualTo(pending);

    work.remove().run();
    assertThat(invoke().status()).isEqualTo(200);
    assertThat(answer(update).status()).isEqualTo(200);
  }

  @Test
  void canBeDeletedBeforeItWasEverActive() {
    create();
    assertThat(answer(Wire.request("DELETE", PATH + "/f", "")).status()).isEqualTo(204);
    work.remove().run();
    assertThat(folder.resolve("code")).isEmptyDirectory();
    assertThat(folder.resolve("s3")).isEmptyDirectory();
    assertThat(invoke().status()).isEqualTo(404);
  }

  @Test
  void keepsAFunctionThatReplacedADeletedOnePending() {
    create();
    answer(Wire.request("DELETE", PATH + "/f", ""));
    create();
    // The first function's work, which comes too late.
    work.remove().run();
    assertThat(invoke().status()).isEqualTo(409);
    work.remove().run();
    assertThat(invoke().status()).isEqualTo(200);
  }
}
