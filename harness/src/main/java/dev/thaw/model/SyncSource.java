package dev.thaw.model;

/** Callers that wait for the answer and do not try again. */
final class SyncSource extends ArrivalSource {
  private final FunctionSimulation function;
  private final Counts counts;

  SyncSource(Load.Sync load, FunctionSimulation function, Counts counts) {
    super(load);
    this.function = function;
    this.counts = counts;
  }

  @Override
  void arrive(long nowNs) {
    function.invoke(nowNs, counts);
  }
}
