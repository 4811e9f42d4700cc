package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html. */
record GetObjectTagging(Buckets buckets)
    implements Operation<GetObjectTaggingRequest, GetObjectTaggingResponse> {
  @Override
  public GetObjectTaggingResponse handle(Call call, GetObjectTaggingRequest request) {
    Versions.check(request.versionId());
    var object = buckets.get(request.bucket(), request.key());
    return GetObjectTaggingResponse.builder()
        .tagSet(ObjectTags.shown(object.description().tags()))
        .build();
  }
}
