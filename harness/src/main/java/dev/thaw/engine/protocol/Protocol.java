package dev.thaw.engine.protocol;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** One AWS protocol: how requests, responses and errors look on the wire. */
public interface Protocol {
  /** Fills the builder; {@code labels} are the path's parts that the operation's pattern names. */
  void read(WireRequest wire, Map<String, String> labels, SdkPojo builder);

  WireResponse write(Call call, Binding binding, Answer<?> answer);

  WireResponse refuse(Call call, AwsException reason);
}
