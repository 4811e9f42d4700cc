package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html. */
record PutObjectTagging(Buckets buckets)
    implements Operation<PutObjectTaggingRequest, PutObjectTaggingResponse> {
  @Override
  public PutObjectTaggingResponse handle(Call call, PutObjectTaggingRequest request) {
    Versions.check(request.versionId());
    if (request.tagging() == null) {
      throw S3Error.MALFORMED_XML.exception();
    }
    var tags = ObjectTags.of(request.tagging().tagSet());
    buckets.tag(request.bucket(), request.key(), tags);
    return PutObjectTaggingResponse.builder().build();
  }
}
