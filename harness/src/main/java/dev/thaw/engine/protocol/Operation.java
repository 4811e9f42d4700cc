package dev.thaw.engine.protocol;

import software.amazon.awssdk.core.SdkPojo;

/** One AWS operation: takes the SDK's request class, gives the SDK's response class. */
@FunctionalInterface
public interface Operation<I extends SdkPojo, O extends SdkPojo> {
  O handle(Call call, I request);
}
