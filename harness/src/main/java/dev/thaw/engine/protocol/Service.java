package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;

/** One AWS service as the endpoint sees it: something that answers calls. */
public interface Service {
  /** The limit for the body of a request whose head this is. */
  BodyLimit limit(WireRequest head);

  /** Answers; the future never completes exceptionally. */
  CompletableFuture<WireResponse> answer(Call call);

  /** An error in this service's own words. */
  WireResponse refuse(Call call, AwsException reason);
}
