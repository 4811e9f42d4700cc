package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html. */
record CreateLogGroup(LogStore store)
    implements Operation<CreateLogGroupRequest, CreateLogGroupResponse> {
  @Override
  public CreateLogGroupResponse handle(Call call, CreateLogGroupRequest request) {
    store.create(request.logGroupName());
    return CreateLogGroupResponse.builder().build();
  }
}
