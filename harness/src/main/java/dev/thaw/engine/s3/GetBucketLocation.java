package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Answer;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.DownloadOperation;
import dev.thaw.engine.protocol.RestXml;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html; the answer is one
 * element without any inside.
 */
record GetBucketLocation(Buckets buckets, RestXml protocol)
    implements DownloadOperation<GetBucketLocationRequest, GetBucketLocationResponse> {
  @Override
  public Answer<GetBucketLocationResponse> handle(Call call, GetBucketLocationRequest request) {
    var region = buckets.bucket(request.bucket()).region();
    // The oldest region has no name here.
    var text = region.equals("us-east-1") ? "" : region;
    return new Answer<>(
        GetBucketLocationResponse.builder().build(), protocol.element("LocationConstraint", text));
  }
}
