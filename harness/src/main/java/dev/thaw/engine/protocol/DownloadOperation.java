package dev.thaw.engine.protocol;

import software.amazon.awssdk.core.SdkPojo;

/** An operation whose response has a body beside its modelled members. */
@FunctionalInterface
public interface DownloadOperation<I extends SdkPojo, O extends SdkPojo> {
  Answer<O> handle(Call call, I request);
}
