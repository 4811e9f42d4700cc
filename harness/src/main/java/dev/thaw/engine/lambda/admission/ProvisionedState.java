package dev.thaw.engine.lambda.admission;

import dev.thaw.rules.provisioned.ProvisionedStatus;

/**
 * How far a request for provisioned concurrency under a version or alias has come; {@code
 * lastModified} as the API writes it.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html">
 *     GetProvisionedConcurrencyConfig</a>
 */
public record ProvisionedState(
    String qualifier,
    int requested,
    int allocated,
    int available,
    ProvisionedStatus status,
    String lastModified) {}
