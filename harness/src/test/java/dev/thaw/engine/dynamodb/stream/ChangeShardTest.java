package dev.thaw.engine.dynamodb.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.KeyAttribute;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.stream.EventShard;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** How long changes are kept, and who is woken by them. */
final class ChangeShardTest {
  private static final StreamIdentity STREAM =
      StreamIdentity.of(
          new TableArn("eu-west-1", "111111111111", "items"),
          new KeySchema(
              new KeyAttribute("id", AttributeType.S, KeyAttribute.Role.HASH), Optional.empty()),
          StreamViewType.KEYS_ONLY,
          Instant.ofEpochSecond(1_700_000_000));

  private static final Call CALL =
      new Call(
          "id",
          new Caller("111111111111", "eu-west-1"),
          WireRequest.of("POST", "/", new DefaultHttpHeaders(), new byte[0]));

  private final AtomicLong now = new AtomicLong();
  private final ChangeShard shard = new ChangeShard(STREAM, now::get, 3000);

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      shard.append(
          new ItemChange(Item.EMPTY, i, Optional.empty(), Optional.of(Item.EMPTY), Instant.EPOCH));
    }
  }

  private long positionOfFirst() {
    return shard.read(EventShard.HORIZON, 1).get(0).position();
  }

  @Test
  void readsBehindAPosition() {
    append(5);

    assertThat(shard.read(EventShard.HORIZON, 2))
        .extracting(ChangeRecord::position)
        .containsExactly(0L, 1L);
    assertThat(shard.read(2, 10)).extracting(ChangeRecord::position).containsExactly(3L, 4L);
    assertThat(shard.read(4, 10)).isEmpty();
  }

  @Test
  void keepsChangesFor24Hours() {
    append(1);
    now.set(Duration.ofHours(1).toNanos());
    append(1);
    now.set(Duration.ofHours(24).toNanos());
    assertThat(positionOfFirst()).isEqualTo(0);
    now.incrementAndGet();
    assertThat(positionOfFirst()).isEqualTo(1);
    now.set(Duration.ofHours(26).toNanos());
    assertThat(shard.read(EventShard.HORIZON, 1)).isEmpty();
    append(1);
    assertThat(positionOfFirst()).isEqualTo(2);
  }

  /** 10,000 changes of which 3,000 are kept: the oldest is number 7,000. */
  @Test
  void keepsNoMoreThanItsCap() {
    append(10_000);

    assertThat(positionOfFirst()).isEqualTo(7000);
    assertThat(shard.read(EventShard.HORIZON, 10_000)).hasSize(3000);
    assertThat(shard.read(9998, 10)).extracting(ChangeRecord::position).containsExactly(9999L);
    assertThat(shard.oldestPosition()).isEqualTo(7000);
  }

  @Test
  void wakesWhoeverWaitsOnce() {
    var woken = new AtomicInteger();
    shard.whenMore(EventShard.HORIZON, woken::incrementAndGet);
    assertThat(woken).hasValue(0);
    append(2);
    assertThat(woken).hasValue(1);
    shard.whenMore(0, woken::incrementAndGet);
    assertThat(woken).hasValue(2);
  }

  @Test
  void endsBehindItsLastChangeWhenItIsClosed() {
    var woken = new AtomicInteger();
    append(1);
    shard.whenMore(0, woken::incrementAndGet);
    shard.close();
    append(1);

    assertThat(woken).hasValue(1);
    assertThat(shard.isEnded(EventShard.HORIZON)).isFalse();
    assertThat(shard.isEnded(0)).isTrue();
    assertThat(shard.read(0, 1)).isEmpty();
  }

  @Test
  void sequenceNumbersTellTheirPositions() {
    assertThat(STREAM.sequenceNumber(42)).isEqualTo("170000000000000000042");
    assertThat(STREAM.position("170000000000000000042")).contains(42L);
    assertThat(STREAM.position("42")).isEmpty();
  }

  /** 15 minutes. */
  @Test
  void iteratorsExpire() {
    var life = Duration.ofMinutes(15).toNanos();
    var text = new ShardIterator(STREAM.arn(), 7, 0).write();

    assertThat(ShardIterator.read(text, life)).isEqualTo(new ShardIterator(STREAM.arn(), 7, 0));
    assertThatThrownBy(() -> ShardIterator.read(text, life + 1))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("ExpiredIteratorException"));
  }

  @Test
  void whatWasTrimmedIsNoPlaceToGoOnFrom() {
    var streams = new Streams(now::get);
    var stream = streams.open(STREAM);
    stream.append(
        new ItemChange(Item.EMPTY, 0, Optional.empty(), Optional.of(Item.EMPTY), Instant.EPOCH));
    now.set(Duration.ofHours(25).toNanos());

    assertThat(stream.shard().oldestPosition()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                new GetShardIterator(streams)
                    .handle(
                        CALL,
                        GetShardIteratorRequest.builder()
                            .streamArn(STREAM.arn())
                            .shardId(stream.shard().id())
                            .shardIteratorType("AT_SEQUENCE_NUMBER")
                            .sequenceNumber(STREAM.sequenceNumber(0))
                            .build()))
        .hasMessage("The operation attempted to read past the oldest stream record in a shard.");
  }
}
