package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

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
    boolean isMoving = request.storageClassAsString() != null;
    if (!isReplacing
        && !isMoving
        && source.isSame(request.destinationBucket(), request.destinationKey())) {
      throw S3Error.INVALID_REQUEST.exception(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
    AccessControl.checkObject(
        request.aclAsString(),
        request.grantFullControl(),
        request.grantRead(),
        request.grantReadACP(),
        request.grantWriteACP());
    var condition = WriteCondition.of(request.ifMatch(), request.ifNoneMatch());
    var description = description(request, from, isReplacing);
    buckets.bucket(request.destinationBucket());
    var upload = buckets.upload(request.destinationKey(), buckets.read(from), description);
    var object = buckets.put(call, "Copy", request.destinationBucket(), upload.on(condition));
    return CopyObjectResponse.builder()
        .copyObjectResult(result -> result.eTag(object.eTag()).lastModified(object.lastModified()))
        .serverSideEncryption(ServerSideEncryption.AES256)
        .build();
  }

  /** Metadata and tags are each copied or replaced; the storage class is never copied. */
  private static Description description(
      CopyObjectRequest request, StoredObject from, boolean isReplacing) {
    var isRetagging = request.taggingDirective() == TaggingDirective.REPLACE;
    var asked =
        Description.of(
            request,
            request.contentType(),
            request.metadata(),
            isRetagging ? request.tagging() : null);
    var described = isReplacing ? asked : from.description().withStorageClassOf(asked);
    return described.withTags(isRetagging ? asked.tags() : from.description().tags());
  }
}
