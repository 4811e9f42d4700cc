package dev.thaw.engine.autoscaling;

import dev.thaw.invocation.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;

/** What was done to scale one resource, the latest first. Thread-safe. */
final class Activities {
  private static final int KEPT = 1_000;

  private final Resource resource;
  private final Scalable provisioned;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Deque<ScalingActivity> all = new ArrayDeque<>();

  Activities(Resource resource, Scalable provisioned, Clock clock, Supplier<String> ids) {
    this.resource = resource;
    this.provisioned = provisioned;
    this.clock = clock;
    this.ids = ids;
  }

  void succeeded(int concurrency, String cause) {
    add(
        activity(concurrency, cause)
            .statusCode(ScalingActivityStatusCode.SUCCESSFUL)
            .statusMessage(
                "Successfully set desired concurrency to %d. Change successfully fulfilled by lambda."
                    .formatted(concurrency)));
  }

  void failed(int concurrency, String cause, String reason) {
    add(
        activity(concurrency, cause)
            .statusCode(ScalingActivityStatusCode.FAILED)
            .statusMessage("Failed to set desired concurrency. Reason: " + reason));
  }

  private ScalingActivity.Builder activity(int concurrency, String cause) {
    return ScalingActivity.builder()
        .activityId(ids.get())
        .serviceNamespace(Resource.NAMESPACE)
        .resourceId(resource.id())
        .scalableDimension(Resource.DIMENSION)
        .description("Setting desired concurrency to %d.".formatted(concurrency))
        .cause(cause)
        .startTime(clock.now())
        .endTime(clock.now());
  }

  private synchronized void add(ScalingActivity.Builder activity) {
    all.addFirst(activity.build());
    if (all.size() > KEPT) {
      all.removeLast();
    }
  }

  /** The latest one is in progress while its environments are being prepared. */
  List<ScalingActivity> all() {
    boolean isInProgress = provisioned.isInProgress();
    synchronized (this) {
      var copies = new ArrayList<>(all);
      if (isInProgress && !copies.isEmpty()) {
        copies.set(0, begun(copies.get(0)));
      }
      return copies;
    }
  }

  private static ScalingActivity begun(ScalingActivity latest) {
    return latest.statusCode() == ScalingActivityStatusCode.SUCCESSFUL
        ? latest.toBuilder()
            .statusCode(ScalingActivityStatusCode.IN_PROGRESS)
            .statusMessage(null)
            .endTime(null)
            .build()
        : latest;
  }
}
