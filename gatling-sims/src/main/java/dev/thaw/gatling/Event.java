package dev.thaw.gatling;

/** One event that a route carries: its id, its index in phase and variant, its payload. */
record Event(String id, long index, byte[] payload) {
  /** The partition key or item key of an event among so many; with 0 each has its own, its id. */
  String key(int keys) {
    return keys == 0 ? id : "k" + index % keys;
  }
}
