package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.KeyAttribute;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.dynamodb.item.Value;
import dev.thaw.engine.stream.EventStreams;
import dev.thaw.engine.stream.VirtualSource;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.rules.stream.HashKey;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The stream of a table on a platform time that the test moves. */
public final class VirtualTableStream implements VirtualSource {
  private final PlatformTime time;
  private final Streams streams;
  private final ChangeStream stream;

  /** A stream of new items. */
  public VirtualTableStream(PlatformTime time) {
    this.time = time;
    this.streams = new Streams(time::nowNs);
    this.stream =
        streams.open(
            StreamIdentity.of(
                new TableArn("eu-west-1", "123456789012", "records"),
                new KeySchema(
                    new KeyAttribute("id", AttributeType.S, KeyAttribute.Role.HASH),
                    Optional.empty()),
                StreamViewType.NEW_IMAGE,
                time.now()));
  }

  @Override
  public String service() {
    return "dynamodb";
  }

  @Override
  public EventStreams streams() {
    return streams;
  }

  @Override
  public String arn() {
    return stream.arn();
  }

  @Override
  public boolean put(String partitionKey, String json) {
    var key = Item.of(Map.of("id", new Value.Text(partitionKey)));
    var image = Item.of(Map.of("id", new Value.Text(partitionKey), "data", new Value.Text(json)));
    stream.append(
        new ItemChange(
            key,
            HashKey.of(partitionKey).lane(),
            Optional.empty(),
            Optional.of(image),
            time.now()));
    return true;
  }
}
