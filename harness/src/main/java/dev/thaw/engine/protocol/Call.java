package dev.thaw.engine.protocol;

/** One request to one service: its id, who sent it, and what came over the wire. */
public record Call(String requestId, Caller caller, WireRequest wire) {
  public String account() {
    return caller.account();
  }

  public String region() {
    return caller.region();
  }

  public Call withWire(WireRequest other) {
    return new Call(requestId, caller, other);
  }
}
