package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html. */
record ListMultipartUploads(Uploads uploads)
    implements Operation<ListMultipartUploadsRequest, ListMultipartUploadsResponse> {
  private static final int LARGEST_PAGE = 1000;

  @Override
  public ListMultipartUploadsResponse handle(Call call, ListMultipartUploadsRequest request) {
    if (request.delimiter() != null || request.keyMarker() != null) {
      throw CommonError.notImplemented("ListMultipartUploads with a delimiter or a marker");
    }
    var prefix = Optional.ofNullable(request.prefix()).orElse("");
    var all = uploads.of(request.bucket(), prefix);
    if (all.size() > LARGEST_PAGE) {
      throw CommonError.notImplemented("ListMultipartUploads of more than 1000 uploads");
    }
    return ListMultipartUploadsResponse.builder()
        .bucket(request.bucket())
        .prefix(request.prefix())
        .maxUploads(LARGEST_PAGE)
        .isTruncated(false)
        .uploads(all.stream().map(ListMultipartUploads::upload).toList())
        .build();
  }

  private static MultipartUpload upload(Uploads.Ongoing upload) {
    return MultipartUpload.builder()
        .uploadId(upload.id())
        .key(upload.key())
        .initiated(upload.begun())
        .storageClass("STANDARD")
        .owner(owner -> owner.id(upload.owner().account()))
        .build();
  }
}
