package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.stream.EventStreams;
import dev.thaw.engine.stream.VirtualSource;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** A Kinesis stream on a clock that the test moves. */
public final class VirtualKinesis implements VirtualSource {
  private final Kinesis kinesis;
  private final Stream stream;

  /** A provisioned stream. */
  public VirtualKinesis(int shards, Clock clock, PlatformTime time) {
    var name = new StreamName("eu-west-1", "123456789012", "records");
    this.kinesis = new Kinesis(clock, time);
    kinesis.create(
        name,
        new Stream.Plan(
            StreamMode.PROVISIONED, shards, CreateStream.SMALLEST_RECORD_LIMIT, Map.of()));
    this.stream = kinesis.get(name);
  }

  @Override
  public String service() {
    return "kinesis";
  }

  @Override
  public EventStreams streams() {
    return kinesis;
  }

  @Override
  public String arn() {
    return stream.arn();
  }

  @Override
  public boolean put(String partitionKey, String json) {
    try {
      stream.put(NewRecord.of(partitionKey, SdkBytes.fromUtf8String(json), null));
      return true;
    } catch (AwsException rateExceeded) {
      return false;
    }
  }
}
