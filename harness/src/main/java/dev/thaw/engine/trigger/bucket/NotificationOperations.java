package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.lambda.permission.Policies;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.invocation.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;

/** S3's operations on the notifications of a bucket. */
public record NotificationOperations(Parts parts) implements OperationGroup {
  private static final String NOTIFICATION = "/{Bucket}?notification";

  /** What they work with; {@code ids} gives UUIDs. */
  public record Parts(
      Notifications notifications,
      Buckets buckets,
      Policies policies,
      Clock clock,
      Supplier<String> ids) {}

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "PUT",
            NOTIFICATION,
            Binding.of(
                "PutBucketNotificationConfiguration",
                PutBucketNotificationConfigurationRequest::builder,
                new PutBucketNotificationConfiguration(parts)))
        .with(
            "GET",
            NOTIFICATION,
            Binding.of(
                "GetBucketNotificationConfiguration",
                GetBucketNotificationConfigurationRequest::builder,
                new GetBucketNotificationConfiguration(parts)));
  }
}
