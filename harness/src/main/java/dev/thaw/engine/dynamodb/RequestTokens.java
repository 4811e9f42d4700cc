package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.protocol.Caller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Transactions by their tokens: for ten minutes of platform time whoever repeats one is answered as
 * before. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Idempotency</a>
 */
final class RequestTokens {
  private static final long LIFE_NS = Duration.ofMinutes(10).toNanos();

  private final Map<Key, Done> done = new LinkedHashMap<>();
  private final LongSupplier platformNs;

  private record Key(String account, String region, String token) {}

  private record Done(
      TransactWriteItemsRequest request, TransactWriteItemsResponse response, long atNs) {}

  RequestTokens(LongSupplier platformNs) {
    this.platformNs = platformNs;
  }

  /** The answer that was given to the same request before. */
  synchronized Optional<TransactWriteItemsResponse> repeated(
      Caller caller, TransactWriteItemsRequest request) {
    done.values().removeIf(each -> platformNs.getAsLong() - each.atNs() > LIFE_NS);
    var before = Optional.ofNullable(done.get(key(caller, request)));
    if (before.filter(each -> !each.request().equals(request)).isPresent()) {
      throw DynamoDbError.IDEMPOTENT_MISMATCH.because(
          "Request parameters do not match the parameters of the request that had this token");
    }
    return before.map(Done::response);
  }

  synchronized void keep(
      Caller caller, TransactWriteItemsRequest request, TransactWriteItemsResponse response) {
    done.put(key(caller, request), new Done(request, response, platformNs.getAsLong()));
  }

  private static Key key(Caller caller, TransactWriteItemsRequest request) {
    return new Key(caller.account(), caller.region(), request.clientRequestToken());
  }
}
