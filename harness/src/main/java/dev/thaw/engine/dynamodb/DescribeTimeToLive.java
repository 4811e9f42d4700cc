package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html. */
record DescribeTimeToLive(Tables tables)
    implements Operation<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> {
  @Override
  public DescribeTimeToLiveResponse handle(Call call, DescribeTimeToLiveRequest request) {
    var unused = tables.existing(call, request.tableName());
    return DescribeTimeToLiveResponse.builder()
        .timeToLiveDescription(ttl -> ttl.timeToLiveStatus(TimeToLiveStatus.DISABLED))
        .build();
  }
}
