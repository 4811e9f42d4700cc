package dev.thaw.rules.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a function's {@code batchItemFailures} are read: nothing in it is success, and one identifier
 * that names no record of the batch is the failure of all of it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">
 *     Partial batch responses</a>
 */
public final class BatchItemFailures {
  private BatchItemFailures() {}

  /**
   * The result that the {@code itemIdentifier}s tell of a batch with these sequence numbers.
   *
   * @param identifiers null where the response has no list; with null for an item without one
   */
  public static BatchResult read(
      @Nullable List<@Nullable String> identifiers, List<String> sequenceNumbers) {
    if (identifiers == null || identifiers.isEmpty()) {
      return BatchResult.Whole.SUCCEEDED;
    }
    int first = sequenceNumbers.size();
    for (var identifier : identifiers) {
      int index = identifier == null ? -1 : sequenceNumbers.indexOf(identifier);
      if (index < 0) {
        return BatchResult.Whole.FUNCTION_ERROR;
      }
      first = Math.min(first, index);
    }
    return new BatchResult.Partial(first);
  }
}
