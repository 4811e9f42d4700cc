package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Part;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html. */
record ListParts(Uploads uploads) implements Operation<ListPartsRequest, ListPartsResponse> {
  private static final int LARGEST_PAGE = 1000;

  @Override
  public ListPartsResponse handle(Call call, ListPartsRequest request) {
    var upload = uploads.get(request.bucket(), request.key(), request.uploadId());
    var after = Optional.ofNullable(request.partNumberMarker()).orElse(0);
    var size = Math.min(Optional.ofNullable(request.maxParts()).orElse(LARGEST_PAGE), LARGEST_PAGE);
    var rest = List.copyOf(upload.parts().tailMap(after, false).values());
    var page = rest.subList(0, Math.min(size, rest.size()));
    return ListPartsResponse.builder()
        .bucket(upload.bucket())
        .key(upload.key())
        .uploadId(upload.id())
        .partNumberMarker(after)
        .nextPartNumberMarker(page.isEmpty() ? after : page.get(page.size() - 1).number())
        .maxParts(size)
        .isTruncated(page.size() < rest.size())
        .parts(page.stream().map(ListParts::part).toList())
        .storageClass("STANDARD")
        .build();
  }

  private static Part part(Uploads.Part part) {
    return Part.builder()
        .partNumber(part.number())
        .lastModified(part.at())
        .eTag(part.eTag())
        .size(part.size())
        .build();
  }
}
