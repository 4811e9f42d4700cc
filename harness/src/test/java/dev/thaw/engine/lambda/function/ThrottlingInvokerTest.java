package dev.thaw.engine.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.GrowthRefusedException;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.ManualClock;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.invocation.Memory;
import dev.thaw.rules.concurrency.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Which of an invoker's invocations get through, on a clock that the test moves. */
final class ThrottlingInvokerTest {
  private static final InvocationResult RESULT = new InvocationResult(new byte[0], null, "");

  private final ManualClock clock = new ManualClock();
  private final ColdInvoker environments = new ColdInvoker();

  /** Needs a new environment for every invocation, which runs until the test ends it. */
  private static final class ColdInvoker implements Invoker {
    private final Queue<CompletableFuture<InvocationResult>> going = new ArrayDeque<>();

    @Override
    public CompletableFuture<InvocationResult> invoke(
        FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
      if (!mayGrow.getAsBoolean()) {
        return CompletableFuture.failedFuture(new GrowthRefusedException());
      }
      var answer = new CompletableFuture<InvocationResult>();
      going.add(answer);
      return answer;
    }

    void end() {
      going.remove().complete(RESULT);
    }

    @Override
    public void retire(FunctionName name) {
      throw new UnsupportedOperationException("nothing is retired here");
    }

    @Override
    public void retire(FunctionName name, String version) {
      retire(name);
    }
  }

  private ThrottlingInvoker invoker(int accountConcurrency) {
    return new ThrottlingInvoker(
        environments, new Account(accountConcurrency, clock.nanoTime()), clock);
  }

  /** {@code admitted}, or the reason for the throttle. */
  private static String invoke(ThrottlingInvoker invoker, String function) {
    var version =
        new FunctionVersion(
            new FunctionName("eu-west-1", "123456789012", function),
            "$LATEST",
            "1",
            "java17",
            "example.Handler",
            new Memory(128),
            Duration.ofSeconds(3),
            Path.of("/nowhere"),
            Map.of());
    var answer = invoker.invoke(version, new InvocationRequest("id", "arn", new byte[0], null));
    return answer.isCompletedExceptionally()
        ? reason(answer.handle((result, failure) -> failure).join())
        : "admitted";
  }

  private static String reason(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsException refusal
        ? String.valueOf(refusal.members().get("Reason"))
        : String.valueOf(cause);
  }

  @Test
  void concurrencyIsTheAccountsWhicheverFunctionRuns() {
    var invoker = invoker(2);

    assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    assertThat(invoke(invoker, "b")).isEqualTo("admitted");
    assertThat(invoke(invoker, "a")).isEqualTo("ConcurrentInvocationLimitExceeded");
    environments.end();
    assertThat(invoke(invoker, "b")).isEqualTo("admitted");
  }

  /** Ten requests per second for each unit of concurrency. */
  @Test
  void requestsPerSecondAreLimited() {
    var invoker = invoker(1);
    for (int i = 0; i < 10; i++) {
      assertThat(invoke(invoker, "a")).isEqualTo("admitted");
      environments.end();
    }

    assertThat(invoke(invoker, "a")).isEqualTo("FunctionInvocationRateLimitExceeded");
    clock.advance(Duration.ofMillis(100));
    assertThat(invoke(invoker, "a")).isEqualTo("admitted");
  }

  /** 1,000 environments at once and 100 per second, for each function. */
  @Test
  void scalingRateIsLimited() {
    var invoker = invoker(10_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    }

    assertThat(invoke(invoker, "a")).isEqualTo("FunctionInvocationRateLimitExceeded");
    assertThat(invoke(invoker, "b")).isEqualTo("admitted");
    clock.advance(Duration.ofMillis(10));
    assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    assertThat(invoke(invoker, "a")).isEqualTo("FunctionInvocationRateLimitExceeded");
  }

  @Test
  void throttledGrowthDoesNotCountAsRunning() {
    var invoker = invoker(1_001);
    for (int i = 0; i < 1_010; i++) {
      invoke(invoker, "a");
    }

    assertThat(environments.going).hasSize(1_000);
    assertThat(invoke(invoker, "b")).isEqualTo("admitted");
    assertThat(invoke(invoker, "b")).isEqualTo("ConcurrentInvocationLimitExceeded");
  }
}
