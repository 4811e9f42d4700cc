package dev.thaw.engine.dynamodb.stream;

import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html. */
public record ListStreams(Streams streams)
    implements Operation<ListStreamsRequest, ListStreamsResponse> {
  private static final int MOST = 100;

  @Override
  public ListStreamsResponse handle(Call call, ListStreamsRequest request) {
    var limit = Optional.ofNullable(request.limit()).orElse(MOST);
    var after = Optional.ofNullable(request.exclusiveStartStreamArn()).orElse("");
    var found =
        wanted(call, request.tableName())
            .filter(stream -> stream.arn().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    var page = found.subList(0, Math.min(limit, found.size()));
    var response =
        ListStreamsResponse.builder().streams(page.stream().map(ListStreams::shape).toList());
    if (found.size() > limit) {
      response.lastEvaluatedStreamArn(page.get(limit - 1).arn());
    }
    return response.build();
  }

  private Stream<ChangeStream> wanted(Call call, @Nullable String tableName) {
    if (tableName != null) {
      var table = TableArn.of(call.caller(), tableName).toString();
      return streams.all().filter(stream -> stream.identity().tableArn().equals(table));
    }
    var tables = "arn:aws:dynamodb:" + call.region() + ":" + call.account() + ":";
    return streams.all().filter(stream -> stream.arn().startsWith(tables));
  }

  private static software.amazon.awssdk.services.dynamodb.model.Stream shape(ChangeStream stream) {
    return software.amazon.awssdk.services.dynamodb.model.Stream.builder()
        .streamArn(stream.arn())
        .tableName(stream.identity().tableName())
        .streamLabel(stream.identity().label())
        .build();
  }
}
