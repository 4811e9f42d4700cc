package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service that is made when it is first asked for something: the shapes of all services together
 * are some 3,500 classes, and an engine that starts needs few of them. Thread-safe.
 */
public final class LateService implements Service {
  private final Supplier<Service> maker;
  private volatile @Nullable Service made;

  public LateService(Supplier<Service> maker) {
    this.maker = maker;
  }

  private Service service() {
    var there = made;
    return there == null ? make() : there;
  }

  private synchronized Service make() {
    var there = made;
    if (there == null) {
      there = maker.get();
      made = there;
    }
    return there;
  }

  @Override
  public BodyLimit limit(WireRequest head) {
    return service().limit(head);
  }

  @Override
  public CompletableFuture<WireResponse> answer(Call call) {
    return service().answer(call);
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    return service().refuse(call, reason);
  }
}
