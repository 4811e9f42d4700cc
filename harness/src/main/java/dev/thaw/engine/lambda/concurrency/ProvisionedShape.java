package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.lambda.admission.ProvisionedState;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;

/** A provisioned concurrency config in Lambda's own shape. */
final class ProvisionedShape {
  /** As in https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ProvisionedShape() {}

  static String date(Instant at) {
    return DATE.format(at);
  }

  /**
   * All but the ARN. The reason was recorded 2026-02-17: test_provisioned_concurrency_init_failure.
   */
  static ProvisionedConcurrencyConfigListItem of(ProvisionedState state) {
    return ProvisionedConcurrencyConfigListItem.builder()
        .requestedProvisionedConcurrentExecutions(state.requested())
        .allocatedProvisionedConcurrentExecutions(state.allocated())
        .availableProvisionedConcurrentExecutions(state.available())
        .status(state.status().name())
        .statusReason(
            state.status() == ProvisionedStatus.FAILED ? "FUNCTION_ERROR_INIT_FAILURE" : null)
        .lastModified(state.lastModified())
        .build();
  }
}
