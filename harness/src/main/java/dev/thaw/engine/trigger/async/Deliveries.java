package dev.thaw.engine.trigger.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.lambda.async.EventInvokeConfigs;
import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.AsyncEvents;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.StoredFunction;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.engine.trigger.destination.Destinations;
import dev.thaw.rules.async.Destination;
import dev.thaw.rules.async.Verdict.Leave;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;

/** Tells the destinations of a function, and its dead-letter queue, what became of an event. */
public record Deliveries(
    Functions functions,
    EventInvokeConfigs configs,
    Destinations destinations,
    PlatformTime time,
    Supplier<String> ids,
    AsyncListener listener) {

  /** Functions as destinations get their records through {@code events}. */
  void tell(PendingEvent pending, Leave leave, AsyncEvents events) {
    for (var destination : leave.condition().destinations()) {
      if (destination == Destination.DEAD_LETTER_QUEUE) {
        deadLetter(pending);
      } else {
        target(pending.event().function(), destination)
            .ifPresent(arn -> send(arn, pending, leave, events));
      }
    }
  }

  private Optional<String> target(FunctionReference function, Destination destination) {
    var config = configs.find(function).map(FunctionEventInvokeConfig::destinationConfig);
    var arn =
        destination == Destination.ON_SUCCESS
            ? config.flatMap(it -> Optional.ofNullable(it.onSuccess())).map(OnSuccess::destination)
            : config.flatMap(it -> Optional.ofNullable(it.onFailure())).map(OnFailure::destination);
    return arn.filter(text -> !text.isEmpty());
  }

  private void send(String arn, PendingEvent pending, Leave leave, AsyncEvents events) {
    var function = pending.event().function();
    var json = InvocationRecord.write(pending, leave, time.now());
    try {
      if (arn.split(":", -1)[2].equals("lambda")) {
        var target = FunctionReference.ofArn(arn);
        functions.get(target);
        events.accept(new AsyncEvent(target, ids.get(), json.getBytes(UTF_8)));
      } else {
        var prefix = "aws/lambda/async/" + function.name().name();
        destinations.send(arn, json, () -> Destinations.key(prefix, time.now(), ids.get()));
      }
    } catch (AwsException e) {
      listener.deliveryFailed(function);
    }
  }

  private void deadLetter(PendingEvent pending) {
    var function = pending.event().function();
    var queue =
        functions
            .find(function.name())
            .map(StoredFunction::configuration)
            .flatMap(it -> Optional.ofNullable(it.deadLetterConfig()))
            .map(DeadLetterConfig::targetArn);
    try {
      queue.ifPresent(arn -> destinations.queues().send(arn, DeadLetter.of(pending)));
    } catch (AwsException e) {
      listener.deadLetterFailed(function);
    }
  }
}
