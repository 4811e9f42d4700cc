package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Shapes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * What a client says of an object that it puts, and is told again with it: {@code kept} are members
 * of the request by their names.
 */
public record Description(
    String contentType,
    Map<String, String> metadata,
    Map<String, Object> kept,
    Map<String, String> tags) {
  public static final Description PLAIN =
      new Description("binary/octet-stream", Map.of(), Map.of(), Map.of());

  private static final String STORAGE_CLASS = "StorageClass";
  private static final String CHECKSUM = "Checksum";
  private static final Set<String> KEPT =
      Set.of(
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "Expires",
          "WebsiteRedirectLocation",
          "ChecksumCRC32",
          "ChecksumCRC32C",
          "ChecksumCRC64NVME",
          "ChecksumSHA1",
          "ChecksumSHA256",
          STORAGE_CLASS);

  /** Objects of the others cannot be read before they are restored, or need another bucket. */
  private static final Set<StorageClass> CLASSES =
      Set.of(
          StorageClass.STANDARD,
          StorageClass.REDUCED_REDUNDANCY,
          StorageClass.STANDARD_IA,
          StorageClass.ONEZONE_IA,
          StorageClass.INTELLIGENT_TIERING,
          StorageClass.GLACIER_IR);

  public Description {
    metadata = Map.copyOf(metadata);
    kept = Map.copyOf(kept);
    tags = Map.copyOf(tags);
  }

  /** What a request to put, to copy or to upload says; tags stand in a header. */
  static Description of(
      SdkPojo request,
      @Nullable String contentType,
      Map<String, String> metadata,
      @Nullable String tagging) {
    var kept = new LinkedHashMap<String, Object>();
    for (var field : request.sdkFields()) {
      if (KEPT.contains(field.memberName())) {
        Shapes.value(request, field).ifPresent(value -> kept.put(field.memberName(), value));
      }
    }
    check(kept);
    var type = contentType == null ? PLAIN.contentType() : contentType;
    return new Description(type, metadata, kept, ObjectTags.ofHeader(tagging));
  }

  /** STANDARD is what is meant where none is named, and is told to nobody. */
  private static void check(Map<String, Object> kept) {
    var name = kept.get(STORAGE_CLASS);
    if (name == null) {
      return;
    }
    var type = StorageClass.fromValue(name.toString());
    if (type == StorageClass.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.INVALID_STORAGE_CLASS.exception();
    }
    if (!CLASSES.contains(type)) {
      throw CommonError.notImplemented("The storage class " + name);
    }
    if (type == StorageClass.STANDARD) {
      kept.remove(STORAGE_CLASS);
    }
  }

  Description withTags(Map<String, String> others) {
    return new Description(contentType, metadata, kept, others);
  }

  Description withStorageClassOf(Description other) {
    var changed = new LinkedHashMap<>(kept);
    changed.remove(STORAGE_CLASS);
    var type = other.kept().get(STORAGE_CLASS);
    if (type != null) {
      changed.put(STORAGE_CLASS, type);
    }
    return new Description(contentType, metadata, changed, tags);
  }

  String storageClass() {
    return kept.getOrDefault(STORAGE_CLASS, "STANDARD").toString();
  }

  /** Tells it again. Checksums are those of the whole object, and told to who asks for them. */
  void tell(SdkPojo response, boolean isWithChecksums) {
    kept.forEach(
        (name, value) -> {
          if (isWithChecksums || !name.startsWith(CHECKSUM)) {
            Shapes.member(response, name).ifPresent(field -> field.set(response, value));
          }
        });
  }
}
