package dev.thaw.engine.trigger.async;

import dev.thaw.engine.lambda.function.AsyncEvent;
import dev.thaw.engine.lambda.function.Invoked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event in the queue, and what its last invocation gave. Belongs to the queue's thread. */
final class PendingEvent {
  private final AsyncEvent event;
  private @Nullable Invoked last;

  PendingEvent(AsyncEvent event) {
    this.event = event;
  }

  AsyncEvent event() {
    return event;
  }

  Optional<Invoked> last() {
    return Optional.ofNullable(last);
  }

  void invoked(Invoked result) {
    last = result;
  }
}
