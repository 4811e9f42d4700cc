package dev.thaw.engine.logs;

import java.util.NavigableMap;
import java.util.TreeMap;

/** A log group: its streams by name. Guarded by the store's lock. */
record LogGroup(String name, long created, NavigableMap<String, LogStream> streams) {
  LogGroup(String name, long created) {
    this(name, created, new TreeMap<>());
  }

  long storedBytes() {
    return streams.values().stream().mapToLong(LogStream::storedBytes).sum();
  }
}
