package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Whether a table is to have a stream, and which images it shows. */
final class StreamSpecifications {
  private StreamSpecifications() {}

  static Optional<StreamViewType> viewType(@Nullable StreamSpecification specification) {
    if (specification == null) {
      return Optional.empty();
    }
    var viewType = Optional.ofNullable(specification.streamViewType());
    if (!Boolean.TRUE.equals(specification.streamEnabled())) {
      if (viewType.isPresent()) {
        throw wrongValue("StreamViewType cannot be specified when StreamEnabled is false");
      }
      return Optional.empty();
    }
    if (viewType.isEmpty()) {
      throw wrongValue("StreamViewType must be specified when StreamEnabled is true");
    }
    return viewType;
  }
}
