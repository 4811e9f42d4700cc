package dev.thaw.target;

import dev.thaw.invocation.Handling;
import dev.thaw.invocation.PlatformRecord;
import java.util.List;
import java.util.Set;

/**
 * What the functions' logs say of a run: the platform's records, and which events the functions
 * handled.
 *
 * @param missing what was awaited and had not arrived when the time was over
 */
public record LogEvidence(List<PlatformRecord> records, List<Handling> handlings, Awaited missing) {
  public LogEvidence {
    records = List.copyOf(records);
    handlings = List.copyOf(handlings);
  }

  /** Invocations that must have a REPORT, and events that must have been handled. */
  public record Awaited(Set<String> requestIds, Set<String> eventIds) {
    public Awaited {
      requestIds = Set.copyOf(requestIds);
      eventIds = Set.copyOf(eventIds);
    }

    public int count() {
      return requestIds.size() + eventIds.size();
    }
  }
}
