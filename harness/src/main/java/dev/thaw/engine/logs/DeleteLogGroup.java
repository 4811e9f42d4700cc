package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html. */
record DeleteLogGroup(LogStore store)
    implements Operation<DeleteLogGroupRequest, DeleteLogGroupResponse> {
  @Override
  public DeleteLogGroupResponse handle(Call call, DeleteLogGroupRequest request) {
    store.delete(request.logGroupName());
    return DeleteLogGroupResponse.builder().build();
  }
}
