package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.engine.trigger.stream.PollingFeed.Count;
import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Batch;
import dev.thaw.rules.stream.BatchResult;
import dev.thaw.rules.stream.BatchResult.Whole;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Invokes functions with batches, and tells what became of those that are given up. Thread-safe.
 */
final class BatchInvoker {
  private static final String OK = "OK";
  private static final String FAILED = "PROBLEM: Function call failed";

  private final Surroundings around;
  private volatile @Nullable String lastResult;

  BatchInvoker(Surroundings around) {
    this.around = around;
  }

  /** {@code LastProcessingResult}. */
  Optional<String> lastResult() {
    return Optional.ofNullable(lastResult);
  }

  /** Invokes the function; the future always completes normally. */
  CompletableFuture<BatchResult> invoke(Plan plan, String shardId, Batch<PolledRecord> batch) {
    var function = plan.mapping().function();
    var requestId = around.ids().get();
    try {
      var payload = payload(plan, shardId, batch);
      return around
          .functions()
          .invoke(function, new InvocationRequest(requestId, function.arn(), payload, null))
          .thenApply(invoked -> result(plan, batch, requestId, invoked))
          .exceptionally(BatchInvoker::refused)
          .thenApply(this::remember);
    } catch (AwsException noSuchFunction) {
      return CompletableFuture.completedFuture(remember(refused(noSuchFunction)));
    }
  }

  private byte[] payload(Plan plan, String shardId, Batch<PolledRecord> batch) {
    var event = event(plan, shardId);
    var window = batch.window();
    return window == null ? event.of(batch.records()) : event.of(batch.records(), window);
  }

  private BatchEvent event(Plan plan, String shardId) {
    var role = around.functions().role(plan.mapping().function());
    return new BatchEvent(role, shardId, plan.stream().arn(), around.time()::instant);
  }

  private static BatchResult result(
      Plan plan, Batch<PolledRecord> batch, String requestId, Invoked invoked) {
    var error = invoked.result().functionError();
    var attempt = new Attempt(requestId, invoked.executedVersion(), error);
    batch.records().forEach(record -> record.attempted(attempt));
    if (error != null) {
      return Whole.FUNCTION_ERROR;
    }
    var response = invoked.result().payload();
    BatchResult result =
        plan.mapping().reportsItemFailures() && !batch.records().isEmpty()
            ? BatchResponse.itemFailures(response, batch.records())
            : Whole.SUCCEEDED;
    return batch.window() == null ? result : BatchResponse.stated(response, result);
  }

  private static BatchResult refused(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof AwsException refusal && refusal.error() == LambdaError.TOO_MANY_REQUESTS
        ? Whole.THROTTLED
        : Whole.SYSTEM_ERROR;
  }

  private BatchResult remember(BatchResult result) {
    var bare = result instanceof BatchResult.Stated stated ? stated.result() : result;
    lastResult = bare == Whole.SUCCEEDED ? OK : FAILED;
    return result;
  }

  /** Tells the on-failure destination, if there is one. */
  void discarded(Plan plan, String shardId, Discard<PolledRecord> discard) {
    var mapping = plan.mapping();
    mapping.onFailure().ifPresent(arn -> tell(arn, plan, shardId, discard));
  }

  private void tell(String arn, Plan plan, String shardId, Discard<PolledRecord> discard) {
    var mapping = plan.mapping();
    var now = around.time().now();
    var ids = around.ids();
    var record =
        new FailureRecord(
            discard, mapping.function().arn(), ids.get(), shardId, plan.stream().arn());
    try {
      var payload = arn.startsWith("arn:aws:s3:") ? payload(plan, shardId, discard) : null;
      var json = record.json(plan.stream().kind(), now, payload);
      var prefix = "aws/lambda/" + mapping.uuid() + "/" + shardId;
      around.destinations().send(arn, json, () -> Destinations.key(prefix, now, ids.get()));
      count(mapping, Count.ON_FAILURE_DESTINATION_DELIVERED_EVENT_COUNT, discard);
    } catch (AwsException notDelivered) {
      count(mapping, Count.DESTINATION_DELIVERY_FAILURES, discard);
    }
  }

  private byte[] payload(Plan plan, String shardId, Discard<PolledRecord> discard) {
    return event(plan, shardId).of(discard.records());
  }

  private void count(Mapping mapping, Count count, Discard<PolledRecord> discard) {
    around.feed().counted(mapping, count, discard.records().size());
  }
}
