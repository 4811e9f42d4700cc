package dev.thaw.target.conform;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All checks, by the facts they belong to. */
public final class Catalogue {
  private static final List<List<Check>> GROUPS =
      List.of(
          ReservedChecks.all(),
          ReservedLimitChecks.all(),
          ReservedAsyncChecks.all(),
          ProvisionedConfigChecks.all(),
          ProvisionedRefusalChecks.all(),
          ProvisionedUseChecks.all(),
          InvokeChecks.all(),
          FunctionErrorChecks.all(),
          LogChecks.all(),
          FunctionChecks.all(),
          AsyncRetryChecks.all(),
          DestinationChecks.all(),
          InvokeConfigChecks.all(),
          MappingChecks.all(),
          MappingRefusalChecks.all(),
          KinesisDeliveryChecks.all(),
          KinesisFailureChecks.all(),
          BatchResponseChecks.all(),
          DynamoDbChecks.all(),
          S3EventChecks.all(),
          S3ConfigurationChecks.all());

  private Catalogue() {}

  /** Every check there is. */
  public static List<Check> all() {
    return GROUPS.stream().flatMap(List::stream).toList();
  }

  /** Those with one of these ids, or of one of these facts; all if none is given. */
  public static List<Check> only(Collection<String> ids) {
    return all().stream()
        .filter(check -> ids.isEmpty() || ids.contains(check.id()) || ids.contains(check.fact()))
        .toList();
  }

  /** Whether there is such a check or fact. */
  public static boolean has(String id) {
    return all().stream()
        .flatMap(check -> Stream.of(check.id(), check.fact()))
        .anyMatch(id::equals);
  }
}
