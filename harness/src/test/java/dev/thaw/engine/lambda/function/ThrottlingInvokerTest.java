package dev.thaw.engine.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.Attachments;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.GrowthRefusedException;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.ManualClock;
import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.invocation.Memory;
import dev.thaw.rules.concurrency.Admission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Which of an invoker's invocations get through, on a clock that the test moves. */
final class ThrottlingInvokerTest {
  private static final InvocationResult RESULT = new InvocationResult(new byte[0], null, "");

  private static final InvocationRequest REQUEST =
      new InvocationRequest("id", "arn", new byte[0], null);

  private final ManualClock clock = new ManualClock();
  private final ColdInvoker environments = new ColdInvoker();
  private Accounts accounts = new Accounts(1, clock);

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
    public void retire(FunctionName name) {}

    @Override
    public void retire(FunctionName name, String version) {}
  }

  private ThrottlingInvoker invoker(int accountConcurrency) {
    accounts = new Accounts(accountConcurrency, clock);
    return new ThrottlingInvoker(environments, accounts);
  }

  /** {@code admitted}, or the reason for the throttle. */
  private static String invoke(ThrottlingInvoker invoker, String function) {
    return outcome(invoker.invoke(attempt(name(function), false)));
  }

  private static String invokeAsync(ThrottlingInvoker invoker, String function) {
    return outcome(invoker.invoke(attempt(name(function), true)));
  }

  private static FunctionName name(String function) {
    return new FunctionName("eu-west-1", "123456789012", function);
  }

  private static InvocationAttempt attempt(FunctionName name, boolean isAsync) {
    return new InvocationAttempt(
        new FunctionReference(name, null), version(name), REQUEST, isAsync);
  }

  private static FunctionVersion version(FunctionName name) {
    return new FunctionVersion(
        name,
        "$LATEST",
        "1",
        "java17",
        "example.Handler",
        new Memory(128),
        Duration.ofSeconds(3),
        Path.of("/nowhere"),
        Map.of(),
        Attachments.NONE);
  }

  private static String outcome(CompletableFuture<InvocationResult> answer) {
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

  /** R2: the reserved one is used up by its own invocation; the account has room. */
  @Test
  void reservedConcurrencyIsALimitAndAGuarantee() {
    var invoker = invoker(103);
    accounts.of(name("a")).reserve(name("a"), 3);
    for (int i = 0; i < 100; i++) {
      assertThat(invoke(invoker, "b")).isEqualTo("admitted");
    }

    assertThat(invoke(invoker, "b")).isEqualTo("ConcurrentInvocationLimitExceeded");
    for (int i = 0; i < 3; i++) {
      assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    }
    assertThat(invoke(invoker, "a")).isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
    accounts.of(name("a")).unreserve(name("a"));
    assertThat(invoke(invoker, "a")).isEqualTo("ConcurrentInvocationLimitExceeded");
  }

  /** 10 requests per second for each reserved one, of synchronous invocations only. */
  @Test
  void requestsPerSecondOfAReservationDoNotCountAsynchronousOnes() {
    var invoker = invoker(200);
    accounts.of(name("a")).reserve(name("a"), 1);
    for (int i = 0; i < 10; i++) {
      assertThat(invoke(invoker, "a")).isEqualTo("admitted");
      environments.end();
    }

    assertThat(invoke(invoker, "a")).isEqualTo("ReservedFunctionInvocationRateLimitExceeded");
    assertThat(invokeAsync(invoker, "a")).isEqualTo("admitted");
    assertThat(invokeAsync(invoker, "a"))
        .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
  }

  @Test
  void accountsAndRegionsHaveLimitsOfTheirOwn() {
    var invoker = invoker(1);
    var elsewhere = new FunctionName("eu-west-2", "123456789012", "a");
    var another = new FunctionName("eu-west-1", "210987654321", "a");

    assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    assertThat(invoke(invoker, "a")).isEqualTo("ConcurrentInvocationLimitExceeded");
    assertThat(outcome(invoker.invoke(attempt(elsewhere, false)))).isEqualTo("admitted");
    assertThat(outcome(invoker.invoke(attempt(another, false)))).isEqualTo("admitted");
    assertThat(outcome(invoker.invoke(attempt(another, false))))
        .isEqualTo("ConcurrentInvocationLimitExceeded");
  }

  @Test
  void deletedFunctionGivesItsReservationBack() {
    var invoker = invoker(150);
    var account = accounts.of(name("a"));
    account.reserve(name("a"), 50);
    assertThat(invoke(invoker, "a")).isEqualTo("admitted");
    assertThat(account.unreserved()).isEqualTo(100);

    invoker.retire(name("a"));
    assertThat(account.reserved(name("a"))).isEmpty();
    assertThat(account.unreserved()).isEqualTo(150);
    // What it still runs is unreserved now.
    assertThat(account.claimed()).isEqualTo(1);
    environments.end();
    assertThat(account.claimed()).isZero();
  }

  @Test
  void listenersAreToldOfEveryInvocation() {
    var invoker = invoker(1);
    var told = new ArrayList<String>();
    invoker
        .listeners()
        .add(
            new InvocationListener() {
              @Override
              public void began(InvocationAttempt attempt, Ticket.Admitted ticket) {
                told.add("began " + ticket.level().account());
              }

              @Override
              public void ended(
                  InvocationAttempt attempt, Ticket.Admitted ticket, InvocationResult result) {
                told.add("ended " + result.equals(RESULT));
              }

              @Override
              public void throttled(InvocationAttempt attempt, Admission limit) {
                told.add("throttled " + limit);
              }
            });

    invoke(invoker, "a");
    invoke(invoker, "a");
    environments.end();
    assertThat(told).containsExactly("began 1", "throttled ACCOUNT_CONCURRENCY", "ended true");
  }
}
