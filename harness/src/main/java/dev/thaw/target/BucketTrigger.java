package dev.thaw.target;

import dev.thaw.load.Route;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of its own whose new objects are told to a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html">Process Amazon S3 event
 *     notifications with Lambda</a>
 */
record BucketTrigger(
    S3Client s3, LambdaClient lambda, String region, String bucket, String functionArn)
    implements Trigger {
  private static final String FIRST_REGION = "us-east-1";

  @Override
  public String name() {
    return "bucket " + bucket;
  }

  @Override
  public Route create() {
    s3.createBucket(
        create -> {
          create.bucket(bucket);
          if (!region.equals(FIRST_REGION)) {
            create.createBucketConfiguration(where -> where.locationConstraint(region));
          }
        });
    lambda.addPermission(
        permission ->
            permission
                .functionName(functionArn)
                .statementId("thaw-" + bucket)
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com")
                .sourceArn("arn:aws:s3:::" + bucket));
    s3.putBucketNotificationConfiguration(
        put ->
            put.bucket(bucket)
                .notificationConfiguration(
                    configuration ->
                        configuration.lambdaFunctionConfigurations(
                            List.of(
                                LambdaFunctionConfiguration.builder()
                                    .lambdaFunctionArn(functionArn)
                                    .events(Event.S3_OBJECT_CREATED)
                                    .build()))));
    return new Route.S3Put(bucket, "");
  }

  @Override
  public void remove() {
    try {
      for (var page : s3.listObjectsV2Paginator(list -> list.bucket(bucket))) {
        delete(page.contents());
      }
      s3.deleteBucket(delete -> delete.bucket(bucket));
    } catch (NoSuchBucketException gone) {
      // As good as deleted.
    }
  }

  /** A page has as many as one request may name. */
  private void delete(List<S3Object> page) {
    var objects =
        page.stream().map(one -> ObjectIdentifier.builder().key(one.key()).build()).toList();
    if (!objects.isEmpty()) {
      s3.deleteObjects(delete -> delete.bucket(bucket).delete(some -> some.objects(objects)));
    }
  }
}
