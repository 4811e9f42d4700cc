package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html. */
record GetBucketNotificationConfiguration(NotificationOperations.Parts parts)
    implements Operation<
        GetBucketNotificationConfigurationRequest, GetBucketNotificationConfigurationResponse> {
  @Override
  public GetBucketNotificationConfigurationResponse handle(
      Call call, GetBucketNotificationConfigurationRequest request) {
    parts.buckets().bucket(request.bucket());
    var rules = parts.notifications().of(request.bucket());
    return GetBucketNotificationConfigurationResponse.builder()
        .lambdaFunctionConfigurations(Rules.functions(rules))
        .queueConfigurations(Rules.queues(rules))
        .build();
  }
}
