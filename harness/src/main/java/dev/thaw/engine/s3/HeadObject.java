package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html. */
record HeadObject(Buckets buckets) implements Operation<HeadObjectRequest, HeadObjectResponse> {
  @Override
  public HeadObjectResponse handle(Call call, HeadObjectRequest request) {
    Versions.check(request.versionId());
    var object = buckets.get(request.bucket(), request.key());
    new ReadCondition(
            request.ifMatch(),
            request.ifNoneMatch(),
            request.ifModifiedSince(),
            request.ifUnmodifiedSince())
        .check(object);
    var response = HeadObjectResponse.builder();
    object.description().tell(response, request.checksumMode() == ChecksumMode.ENABLED);
    return response
        .eTag(object.eTag())
        .lastModified(object.lastModified())
        .contentType(object.contentType())
        .contentLength(object.size())
        .acceptRanges("bytes")
        .metadata(object.metadata())
        .serverSideEncryption(ServerSideEncryption.AES256)
        .build();
  }
}
