package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** A service made of a protocol and a table of operations; all services here are of this kind. */
public final class AwsService implements Service {
  // Reading and checking a larger body takes too long for a thread that serves other connections.
  private static final int QUICK_BYTES = 64 * 1024;
  private static final Executor RIGHT_HERE = Runnable::run;

  private final Protocol protocol;
  private final OperationTable operations;
  private final Executor workers;
  private final UnaryOperator<WireRequest> normalize;

  public AwsService(Protocol protocol, OperationTable operations, Executor workers) {
    this(protocol, operations, workers, UnaryOperator.identity());
  }

  /** {@code normalize} turns a service's other spellings of a request into the one in its table. */
  public AwsService(
      Protocol protocol,
      OperationTable operations,
      Executor workers,
      UnaryOperator<WireRequest> normalize) {
    this.protocol = protocol;
    this.operations = operations;
    this.workers = workers;
    this.normalize = normalize;
  }

  @Override
  public BodyLimit limit(WireRequest head) {
    try {
      return operations.find(normalize.apply(head)).binding().limit();
    } catch (AwsException e) {
      // The answer will be an error anyway, whatever the body is.
      return BodyLimit.DEFAULT;
    }
  }

  @Override
  public CompletableFuture<WireResponse> answer(Call arrived) {
    try {
      var call = arrived.withWire(normalize.apply(arrived.wire()));
      var match = operations.find(call.wire());
      var quick = match.binding().isQuick() && call.wire().body().length <= QUICK_BYTES;
      return CompletableFuture.completedFuture(match)
          .thenComposeAsync(found -> perform(call, found), quick ? RIGHT_HERE : workers)
          .exceptionally(failure -> refuse(call, reason(failure)));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(refuse(arrived, reason(e)));
    }
  }

  private CompletableFuture<WireResponse> perform(Call call, OperationTable.Match match) {
    return match
        .binding()
        .run(call, builder -> protocol.read(call.wire(), match.labels(), builder))
        .thenApply(answer -> protocol.write(call, match.binding(), answer));
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    return protocol.refuse(call, reason);
  }

  private static AwsException reason(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof AwsException known
        ? known
        : new AwsException(CommonError.INTERNAL_FAILURE, "The engine failed: " + cause);
  }
}
