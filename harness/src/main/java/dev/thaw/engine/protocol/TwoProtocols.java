package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A service that speaks a newer and an older protocol, told apart by the request's head. */
public record TwoProtocols(Predicate<WireRequest> isNewer, Service newer, Service older)
    implements Service {
  private Service speaking(WireRequest wire) {
    return isNewer.test(wire) ? newer : older;
  }

  @Override
  public BodyLimit limit(WireRequest head) {
    return speaking(head).limit(head);
  }

  @Override
  public CompletableFuture<WireResponse> answer(Call call) {
    return speaking(call.wire()).answer(call);
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    return speaking(call.wire()).refuse(call, reason);
  }
}
