package dev.thaw.rules.provisioned;

/**
 * How far a request for provisioned concurrency has come.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html">
 *     GetProvisionedConcurrencyConfig</a>
 */
public enum ProvisionedStatus {
  IN_PROGRESS,
  READY,
  FAILED
}
