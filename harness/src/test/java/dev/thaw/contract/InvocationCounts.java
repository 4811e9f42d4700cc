package dev.thaw.contract;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.lambda.admission.Ticket;
import dev.thaw.engine.lambda.function.InvocationAttempt;
import dev.thaw.engine.lambda.function.InvocationListener;
import dev.thaw.model.Tally;
import dev.thaw.rules.concurrency.Admission;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Counts an engine's invocations as the model does. */
final class InvocationCounts implements InvocationListener {
  private final Map<Admission, Long> throttles = new EnumMap<>(Admission.class);
  private long onDemand;
  private long provisioned;
  private long cold;
  private long timeouts;

  /** The same environments, with a count of the new ones. */
  Invoker counting(Invoker environments) {
    return new Invoker() {
      @Override
      public CompletableFuture<InvocationResult> invoke(
          FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
        return environments.invoke(version, request, () -> grow(mayGrow));
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
