package dev.thaw.engine.kinesis;

import java.util.List;

/**
 * How large records and requests may be; see
 * https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html.
 */
final class RecordSizes {
  static final int LARGEST_DATA = 10 << 20;
  private static final int LARGEST_REQUEST = 10 << 20;

  private RecordSizes() {}

  /** Refuses what is larger than the stream was made for; AWS's words are not known. */
  static void check(NewRecord record, Stream stream) {
    if (record.data().length > stream.maxRecordBytes()) {
      throw KinesisError.invalid(
          "Record size of %d bytes exceeds the maximum record size of %d bytes of stream %s"
              .formatted(record.data().length, stream.maxRecordBytes(), stream.name().name()));
    }
  }

  static void checkAll(List<NewRecord> records) {
    if (records.stream().mapToLong(NewRecord::size).sum() > LARGEST_REQUEST) {
      throw KinesisError.invalid("Records size exceeds 10 MB limit");
    }
  }
}
