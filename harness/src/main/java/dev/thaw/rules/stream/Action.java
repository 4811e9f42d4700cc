package dev.thaw.rules.stream;

import java.util.List;

/** What a mapping does next. */
public sealed interface Action<R extends StreamRecord> {
  /** It invokes the function with a batch, whose result it is to be told. */
  record Send<R extends StreamRecord>(Batch<R> batch) implements Action<R> {}

  /**
   * It discards records and tells the on-failure destination.
   *
   * @param invokeCount {@code approximateInvokeCount}: at least 1, even when they were too old at
   *     first sight, as recorded from AWS
   */
  record Discard<R extends StreamRecord>(
      List<R> records, DiscardCondition condition, int invokeCount) implements Action<R> {
    public Discard {
      records = List.copyOf(records);
    }
  }
}
