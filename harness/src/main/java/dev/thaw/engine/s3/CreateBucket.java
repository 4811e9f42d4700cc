package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Unsupported;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html. */
record CreateBucket(Buckets buckets)
    implements Operation<CreateBucketRequest, CreateBucketResponse> {
  @Override
  public CreateBucketResponse handle(Call call, CreateBucketRequest request) {
    AccessControl.checkBucket(
        request.aclAsString(),
        request.grantFullControl(),
        request.grantRead(),
        request.grantReadACP(),
        request.grantWrite(),
        request.grantWriteACP());
    buckets.create(request.bucket(), new Caller(call.account(), region(call, request)));
    return CreateBucketResponse.builder().location("/" + request.bucket()).build();
  }

  /** The oldest region's endpoint takes buckets of any region, the others only their own. */
  private static String region(Call call, CreateBucketRequest request) {
    var asked = request.createBucketConfiguration();
    if (asked == null) {
      return call.region();
    }
    Unsupported.refuse(asked, "Location", "Bucket", "Tags");
    var region = asked.locationConstraintAsString();
    if (region == null || region.isEmpty() || region.equals(call.region())) {
      return call.region();
    }
    if (!call.region().equals("us-east-1")) {
      throw S3Error.ILLEGAL_LOCATION.exception(
          "The %s location constraint is incompatible for the region specific endpoint this request was sent to."
              .formatted(region));
    }
    return region;
  }
}
