package dev.thaw.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an invocation returns: the marker, and padding of the size that was asked for. */
public record Answer(Marker marker, String padding) {

  /** As JSON has it; the marker comes first. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("marker", marker.members());
    members.put("padding", padding);
    return members;
  }
}
