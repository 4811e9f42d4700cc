package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Answer;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.DownloadOperation;
import java.util.Arrays;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html. */
record GetObject(Buckets buckets)
    implements DownloadOperation<GetObjectRequest, GetObjectResponse> {
  @Override
  public Answer<GetObjectResponse> handle(Call call, GetObjectRequest request) {
    Versions.check(request.versionId());
    var object = buckets.get(request.bucket(), request.key());
    var content = buckets.read(object);
    var response =
        GetObjectResponse.builder()
            .eTag(object.eTag())
            .lastModified(object.lastModified())
            .contentType(object.contentType())
            .acceptRanges("bytes")
            .metadata(object.metadata());
    var range = ByteRange.parse(request.range(), content.length);
    if (range.isPresent()) {
      var part = range.orElseThrow();
      response.contentRange(part.contentRange(content.length));
      content = Arrays.copyOfRange(content, part.first(), part.last() + 1);
    }
    return new Answer<>(response.contentLength((long) content.length).build(), content);
  }
}
