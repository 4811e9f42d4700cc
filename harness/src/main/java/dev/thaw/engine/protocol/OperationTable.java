package dev.thaw.engine.protocol;

import java.util.Map;

/** A service's operations, and how a request tells which one it wants. */
public interface OperationTable {
  /** The operation found, and the path's named parts. */
  record Match(Binding binding, Map<String, String> labels) {}

  /**
   * Throws {@link CommonError#notImplemented} naming what the table lacks, or that there is no such
   * operation where that is known.
   */
  Match find(WireRequest wire);
}
