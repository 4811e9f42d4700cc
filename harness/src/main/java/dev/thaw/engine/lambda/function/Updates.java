package dev.thaw.engine.lambda.function;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;

/** What all ways of changing a function have in common. */
public final class Updates {
  private Updates() {}

  /** Refuses an update that comes too early, or on top of another revision than it knows. */
  public static void check(StoredFunction function, @Nullable String revision) {
    var arn = function.configuration().functionArn();
    if (function.isPending()) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: Pending");
    }
    if (function.isUpdating()) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. An update is in progress for resource: "
              + arn);
    }
    checkRevision(function.configuration().revisionId(), revision);
  }

  /** Refuses a change on top of another revision than the caller knows. */
  public static void checkRevision(String latest, @Nullable String known) {
    if (known != null && !known.equals(latest)) {
      throw LambdaError.PRECONDITION_FAILED.user(
          "The Revision Id provided does not match the latest Revision Id. Call the"
              + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    }
  }

  /** The function with an update in progress. */
  static StoredFunction begin(
      Lambda lambda, StoredFunction old, FunctionConfiguration.Builder changed, CodePackage code) {
    var revision = lambda.ids().get();
    var configuration =
        changed
            .codeSha256(code.sha256())
            .codeSize(code.size())
            .lastModified(lambda.now())
            .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
            .lastUpdateStatusReason(Deployments.REASON)
            .lastUpdateStatusReasonCode(Deployments.REASON_CODE)
            .revisionId(revision)
            .build();
    return new StoredFunction(
        configuration, code, revision, old.tags(), old.live(), old.versions(), old.aliases());
  }
}
