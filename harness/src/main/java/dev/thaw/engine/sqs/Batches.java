package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AwsException;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/** What all batch requests have in common: one to ten entries with ids that differ. */
final class Batches {
  private static final int MOST = 10;
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,80}");

  private Batches() {}

  static <E> void check(List<E> entries, Function<E, String> id) {
    if (entries.isEmpty()) {
      throw SqsError.EMPTY_BATCH_REQUEST.exception(
          "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST) {
      throw SqsError.TOO_MANY_ENTRIES.exception(
          "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
    }
    var seen = new HashSet<String>();
    for (var entry : entries) {
      if (id.apply(entry) == null || !ID.matcher(id.apply(entry)).matches()) {
        throw SqsError.INVALID_BATCH_ENTRY_ID.exception(
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!seen.add(id.apply(entry))) {
        throw SqsError.BATCH_ENTRY_IDS_NOT_DISTINCT.exception(
            "Id " + id.apply(entry) + " repeated.");
      }
    }
  }

  static BatchResultErrorEntry failed(String id, AwsException reason) {
    return BatchResultErrorEntry.builder()
        .id(id)
        .senderFault(true)
        .code(reason.error().queryCode())
        .message(reason.message())
        .build();
  }
}
