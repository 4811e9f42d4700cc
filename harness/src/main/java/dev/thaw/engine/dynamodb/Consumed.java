package dev.thaw.engine.dynamodb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** {@code ConsumedCapacity}, for those who ask for it. */
final class Consumed {
  private Consumed() {}

  static @Nullable ConsumedCapacity of(
      @Nullable ReturnConsumedCapacity wanted, String tableName, double units) {
    return capacity(wanted, tableName, units).orElse(null);
  }

  private static Optional<ConsumedCapacity> capacity(
      @Nullable ReturnConsumedCapacity wanted, String tableName, double units) {
    if (wanted != ReturnConsumedCapacity.TOTAL && wanted != ReturnConsumedCapacity.INDEXES) {
      return Optional.empty();
    }
    var consumed = ConsumedCapacity.builder().tableName(tableName).capacityUnits(units);
    if (wanted == ReturnConsumedCapacity.INDEXES) {
      consumed.table(Capacity.builder().capacityUnits(units).build());
    }
    return Optional.of(consumed.build());
  }
}
