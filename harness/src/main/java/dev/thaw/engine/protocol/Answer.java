package dev.thaw.engine.protocol;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** A response, and its body where the body is no member of the model (S3's object content). */
public record Answer<O extends SdkPojo>(O shape, byte @Nullable [] body) {
  public static <O extends SdkPojo> Answer<O> of(O shape) {
    return new Answer<>(shape, null);
  }
}
