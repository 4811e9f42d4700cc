package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.kinesis.model.ListStreamsRequest;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.StreamSummary;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html. */
record ListStreams(Kinesis kinesis) implements Operation<ListStreamsRequest, ListStreamsResponse> {
  private static final int PAGE = 100;

  @Override
  public ListStreamsResponse handle(Call call, ListStreamsRequest request) {
    int size = Optional.ofNullable(request.limit()).orElse(PAGE);
    // The token is the name of the last stream: one may go on with either.
    var token = Optional.ofNullable(request.nextToken()).or(() -> start(request)).orElse("");
    var found =
        kinesis.of(call.caller()).stream()
            .filter(stream -> stream.name().name().compareTo(token) > 0)
            .toList();
    var page = found.subList(0, Math.min(size, found.size()));
    boolean hasMore = found.size() > page.size();
    return ListStreamsResponse.builder()
        .streamNames(page.stream().map(stream -> stream.name().name()).toList())
        .streamSummaries(page.stream().map(ListStreams::summary).toList())
        .hasMoreStreams(hasMore)
        .nextToken(hasMore ? page.get(page.size() - 1).name().name() : null)
        .build();
  }

  private static Optional<String> start(ListStreamsRequest request) {
    return Optional.ofNullable(request.exclusiveStartStreamName());
  }

  private static StreamSummary summary(Stream stream) {
    return StreamSummary.builder()
        .streamName(stream.name().name())
        .streamARN(stream.arn())
        .streamStatus(stream.status())
        .streamModeDetails(mode -> mode.streamMode(stream.mode()))
        .streamCreationTimestamp(stream.created())
        .build();
  }
}
