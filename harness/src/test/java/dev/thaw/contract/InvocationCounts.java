package dev.thaw.contract;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.ProvisionedEnvironment;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.engine.lambda.function.InvocationAttempt;
import dev.thaw.engine.lambda.function.InvocationListener;
import dev.thaw.invocation.Clock;
import dev.thaw.model.Tally;
import dev.thaw.rules.concurrency.Admission;
import dev.thaw.rules.price.Billing;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Counts an engine's invocations as the model does. */
final class InvocationCounts implements InvocationListener {
  private static final double NS_PER_MS = 1e6;

  private final Clock clock;
  private final Map<Admission, Long> throttles = new EnumMap<>(Admission.class);
  private long onDemand;
  private long provisioned;
  private long cold;
  private long timeouts;
  private long requests;
  private long onDemandMs;
  private long provisionedMs;
  private boolean isCounting;

  InvocationCounts(Clock clock) {
    this.clock = clock;
  }

  /** From now on: what went before was to get ready. */
  void begin() {
    isCounting = true;
  }

  /** The same environments, with a count of the new ones. */
  Invoker counting(Invoker environments) {
    return new Invoker() {
      @Override
      public CompletableFuture<InvocationResult> invoke(
          FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
        return environments.invoke(version, request, () -> grow(mayGrow));
      }

      @Override
      public CompletableFuture<ProvisionedEnvironment> provision(
          FunctionVersion version, Runnable lost) {
        long startedNs = clock.nanoTime();
        return environments
            .provision(version, lost)
            .whenComplete((done, failure) -> initialised(clock.nanoTime() - startedNs));
      }

      @Override
      public void retire(FunctionName name) {
        environments.retire(name);
      }

      @Override
      public void retire(FunctionName name, String version) {
        environments.retire(name, version);
      }
    };
  }

  /** Ahead of any invocation, well or not. */
  private void initialised(long initNs) {
    if (isCounting) {
      provisionedMs += Billing.provisionedInitMs(initNs / NS_PER_MS);
    }
  }

  private boolean grow(BooleanSupplier mayGrow) {
    boolean may = mayGrow.getAsBoolean();
    cold += may ? 1 : 0;
    return may;
  }

  @Override
  public void began(InvocationAttempt attempt, Ticket.Admitted ticket) {
    if (ticket instanceof Ticket.OnProvisioned) {
      provisioned++;
    } else {
      onDemand++;
    }
  }

  @Override
  public void ended(InvocationAttempt attempt, Ticket.Admitted ticket, InvocationResult result) {
    requests++;
    long billedMs = Optional.ofNullable(result.report()).orElseThrow().billedMs();
    if (ticket instanceof Ticket.OnProvisioned) {
      provisionedMs += billedMs;
    } else {
      onDemandMs += billedMs;
    }
    timeouts += text(result).contains("Task timed out") ? 1 : 0;
  }

  private static String text(InvocationResult result) {
    return new String(result.payload(), StandardCharsets.UTF_8);
  }

  @Override
  public void throttled(InvocationAttempt attempt, Admission limit) {
    throttles.merge(limit, 1L, Long::sum);
    if (limit == Admission.SCALING_RATE) {
      // It was admitted before it had to grow.
      onDemand--;
    }
  }

  Billed billed() {
    return new Billed(requests, onDemandMs, provisionedMs);
  }

  Tally tally() {
    long throttled = throttles.values().stream().mapToLong(Long::longValue).sum();
    return new Tally(
        onDemand + provisioned + throttled,
        cold,
        onDemand - cold,
        provisioned,
        throttles,
        timeouts);
  }
}
