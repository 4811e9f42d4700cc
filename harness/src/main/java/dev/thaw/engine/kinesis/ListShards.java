package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardFilter;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html. */
record ListShards(Kinesis kinesis) implements Operation<ListShardsRequest, ListShardsResponse> {
  private static final int PAGE = 1_000;

  /** The stream to list, and the shard behind which to begin. */
  private record Start(Stream stream, String after) {}

  @Override
  public ListShardsResponse handle(Call call, ListShardsRequest request) {
    var start = start(call, request);
    var stream = start.stream();
    int size = Optional.ofNullable(request.maxResults()).orElse(PAGE);
    var shards =
        (isOpenOnly(request.shardFilter()) ? stream.open() : stream.shards())
            .stream()
                .filter(shard -> shard.id().compareTo(start.after()) > 0)
                .sorted(Comparator.comparing(Shard::number))
                .toList();
    var page = shards.subList(0, Math.min(size, shards.size()));
    return ListShardsResponse.builder()
        .shards(page.stream().map(Shard::describe).toList())
        .nextToken(
            page.size() == shards.size()
                ? null
                : stream.arn() + "#" + page.get(page.size() - 1).id())
        .build();
  }

  private Start start(Call call, ListShardsRequest request) {
    var token = request.nextToken();
    if (token == null) {
      var after = Optional.ofNullable(request.exclusiveStartShardId()).orElse("");
      var stream = kinesis.get(call, request.streamName(), request.streamARN());
      var filter = request.shardFilter();
      return new Start(
          stream, filter == null || filter.shardId() == null ? after : filter.shardId());
    }
    if (request.streamName() != null || request.streamARN() != null) {
      throw KinesisError.invalid("NextToken and StreamName cannot be provided together.");
    }
    var parts = token.split("#", 2);
    var name = StreamName.parse(parts[0]);
    if (parts.length < 2 || name.isEmpty()) {
      throw KinesisError.invalid("NextToken is invalid.");
    }
    return new Start(kinesis.get(name.orElseThrow()), parts[1]);
  }

  private static boolean isOpenOnly(@Nullable ShardFilter filter) {
    if (filter == null) {
      return false;
    }
    return switch (filter.type()) {
      case AT_LATEST -> true;
      case AFTER_SHARD_ID, FROM_TRIM_HORIZON, AT_TRIM_HORIZON -> false;
      default ->
          throw CommonError.notImplemented("ListShards with ShardFilter " + filter.typeAsString());
    };
  }
}
