package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkPojo;

/** An operation that answers later and never blocks its thread. */
@FunctionalInterface
public interface AsyncOperation<I extends SdkPojo, O extends SdkPojo> {
  CompletableFuture<O> handle(Call call, I request);
}
