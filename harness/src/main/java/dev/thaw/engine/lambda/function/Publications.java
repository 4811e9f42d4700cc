package dev.thaw.engine.lambda.function;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.State;

/** How {@code $LATEST} becomes a numbered version. */
public final class Publications {
  private Publications() {}

  /**
   * The function with one more version, made of what {@code $LATEST} is now, which is active; the
   * same function if nothing has changed since its newest version.
   */
  public static StoredFunction publish(
      Lambda lambda, FunctionReference reference, StoredFunction old, @Nullable String text) {
    if (newestUnchanged(old).isPresent()) {
      return old;
    }
    if (old.live() == null || !old.live().code().equals(old.code())) {
      throw LambdaError.RESOURCE_CONFLICT.user(
          "The operation cannot be performed at this time. The function is currently in the"
              + " following state: Failed");
    }
    var number = number(old);
    var configuration = configuration(lambda, old, number, text);
    var draft = new StoredVersion(configuration, old.code(), old.deployment(), null);
    var version =
        new StoredVersion(
            configuration,
            old.code(),
            old.deployment(),
            Deployments.live(reference.name(), number, draft));
    var renewed = old.configuration().toBuilder().revisionId(lambda.ids().get()).build();
    return old.with(renewed).with(with(lambda, old, version));
  }

  /** The same with a version that becomes active when the deployment in progress has succeeded. */
  static StoredFunction publishPending(Lambda lambda, StoredFunction deploying) {
    var number = number(deploying);
    var configuration =
        configuration(lambda, deploying, number, null).toBuilder()
            .state(State.PENDING)
            .stateReason(Deployments.REASON)
            .stateReasonCode(Deployments.REASON_CODE)
            .lastUpdateStatus((String) null)
            .lastUpdateStatusReason(null)
            .lastUpdateStatusReasonCode((String) null)
            .build();
    var version = new StoredVersion(configuration, deploying.code(), deploying.deployment(), null);
    return deploying.with(with(lambda, deploying, version));
  }

  /** The newest version if it is what {@code $LATEST} still is. */
  public static Optional<StoredVersion> newestUnchanged(StoredFunction function) {
    return function
        .versions()
        .newest()
        .filter(newest -> newest.origin().equals(function.latest().content()))
        .map(PublishedVersions.Published::version);
  }

  private static PublishedVersions with(
      Lambda lambda, StoredFunction function, StoredVersion version) {
    lambda.code().hold(function.code());
    return function
        .versions()
        .with(new PublishedVersions.Published(version, function.latest().content()));
  }

  private static String number(StoredFunction function) {
    return String.valueOf(function.versions().last() + 1);
  }

  private static FunctionConfiguration configuration(
      Lambda lambda, StoredFunction function, String number, @Nullable String text) {
    var latest = function.configuration();
    return latest.toBuilder()
        .version(number)
        .functionArn(latest.functionArn() + ":" + number)
        .description(text == null ? latest.description() : text)
        .revisionId(lambda.ids().get())
        .build();
  }
}
