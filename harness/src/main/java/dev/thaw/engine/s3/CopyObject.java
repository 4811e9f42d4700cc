package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html. */
record CopyObject(Buckets buckets) implements Operation<CopyObjectRequest, CopyObjectResponse> {
  private static final List<String> LACKING =
      List.of(
          "x-amz-copy-source-if-match",
          "x-amz-copy-source-if-none-match",
          "x-amz-copy-source-if-modified-since",
          "x-amz-copy-source-if-unmodified-since");

  @Override
  public CopyObjectResponse handle(Call call, CopyObjectRequest request) {
    for (var header : LACKING) {
      if (call.wire().header(header).isPresent()) {
        throw CommonError.notImplemented("CopyObject with " + header);
      }
    }
    var source = CopySource.parse(call.wire().header("x-amz-copy-source").orElse(""));
    var from = buckets.get(source.bucket(), source.key());
    var isReplacing = request.metadataDirective() == MetadataDirective.REPLACE;
    if (!isReplacing && source.isSame(request.bucket(), request.key())) {
      throw S3Error.INVALID_REQUEST.exception(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
    var description =
        isReplacing
            ? PutObject.description(request.contentType(), request.metadata())
            : from.description();
    buckets.bucket(request.bucket());
    var upload = buckets.upload(request.key(), buckets.read(from), description);
    var object = buckets.put(call, "Copy", request.bucket(), upload);
    return CopyObjectResponse.builder()
        .copyObjectResult(result -> result.eTag(object.eTag()).lastModified(object.lastModified()))
        .build();
  }
}
