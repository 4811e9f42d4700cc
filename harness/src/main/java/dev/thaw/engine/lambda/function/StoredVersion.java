package dev.thaw.engine.lambda.function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.State;

/** One version of a function as it stands, be it published or {@code $LATEST}. */
public record StoredVersion(
    FunctionConfiguration configuration,
    CodePackage code,
    String deployment,
    StoredFunction.@Nullable Live live) {
  public boolean isPending() {
    return configuration.state() == State.PENDING;
  }

  /** The configuration without what changes by itself: equal for versions of equal content. */
  FunctionConfiguration content() {
    return Configurations.withoutStatus(configuration).toBuilder()
        .functionArn(null)
        .version(null)
        .lastModified(null)
        .revisionId(null)
        .build();
  }
}
