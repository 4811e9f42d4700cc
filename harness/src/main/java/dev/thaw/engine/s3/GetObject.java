package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Answer;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.DownloadOperation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html. */
record GetObject(Buckets buckets)
    implements DownloadOperation<GetObjectRequest, GetObjectResponse> {
  @Override
  public Answer<GetObjectResponse> handle(Call call, GetObjectRequest request) {
    Versions.check(request.versionId());
    var object = buckets.get(request.bucket(), request.key());
    new ReadCondition(
            request.ifMatch(),
            request.ifNoneMatch(),
            request.ifModifiedSince(),
            request.ifUnmodifiedSince())
        .check(object);
    var content = buckets.read(object);
    var range = ByteRange.parse(request.range(), content.length);
    boolean isWithChecksums = request.checksumMode() == ChecksumMode.ENABLED && range.isEmpty();
    var response = response(request, object, isWithChecksums);
    if (range.isPresent()) {
      var part = range.orElseThrow();
      response.contentRange(part.contentRange(content.length));
      content = Arrays.copyOfRange(content, part.first(), part.last() + 1);
    }
    return new Answer<>(response.contentLength((long) content.length).build(), content);
  }

  private static GetObjectResponse.Builder response(
      GetObjectRequest request, StoredObject object, boolean isWithChecksums) {
    var response = GetObjectResponse.builder();
    object.description().tell(response, isWithChecksums);
    int tags = object.description().tags().size();
    response
        .eTag(object.eTag())
        .lastModified(object.lastModified())
        .contentType(object.contentType())
        .acceptRanges("bytes")
        .metadata(object.metadata())
        .tagCount(tags == 0 ? null : tags)
        .serverSideEncryption(ServerSideEncryption.AES256);
    override(request.responseCacheControl(), response::cacheControl);
    override(request.responseContentDisposition(), response::contentDisposition);
    override(request.responseContentEncoding(), response::contentEncoding);
    override(request.responseContentLanguage(), response::contentLanguage);
    override(request.responseContentType(), response::contentType);
    override(
        request.responseExpires(),
        at -> Shapes.member(response, "Expires").ifPresent(field -> field.set(response, at)));
    return response;
  }

  private static <T> void override(@Nullable T asked, Consumer<T> member) {
    if (asked != null) {
      member.accept(asked);
    }
  }
}
