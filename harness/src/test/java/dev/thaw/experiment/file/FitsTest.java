package dev.thaw.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.RouteKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are right by themselves and wrong together, and routes that there are not. */
final class FitsTest {
  private static final String LIMITED =
      """
      name: limited
      question: What happens at the limit?
      engine:
        account-concurrency: 200
      function:
        reserved-concurrency: 60
      variants:
        off:
        some:
          reserved-concurrency: 40
          provisioned-concurrency: 20
      phases:
        load:
          protocol: open-load
          route: async
          arrivals: constant 5/s for 2 s
      """;

  private static ExperimentFile read(String text) {
    return ExperimentFile.read("limited.yaml", text, List.of());
  }

  private static void assertRefused(String right, String wrong, String message) {
    assertThat(LIMITED).contains(right);
    assertThatThrownBy(() -> read(LIMITED.replace(right, wrong)))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessage("limited.yaml, " + message);
  }

  /** 60 and 40 of 200 leave the 100 that nobody may reserve. */
  @Test
  void whatFitsIsTakenAsItIsWritten() {
    var experiment = read(LIMITED).experiment();

    assertThat(experiment.variants())
        .extracting(variant -> variant.function().setAside().reserved())
        .containsExactly(60, 40);
    assertThat(experiment.variants())
        .extracting(variant -> variant.function().setAside().provisioned())
        .containsExactly(0, 20);
    assertThat(experiment.phases().get(0).route()).isEqualTo(RouteKind.ASYNC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provisioned-concurrency: 20 | provisioned-concurrency: 41 | line 11: variants.some.provisioned-concurrency: 41 provisioned do not fit into a reserved concurrency of 40; reserve 41 or provision fewer
          provisioned-concurrency: 20 | provisioned-concurrency: -1 | line 11: variants.some.provisioned-concurrency: '-1' is not a whole number from 0 to 100000
          reserved-concurrency: 40    | reserved-concurrency: 19    | line 11: variants.some.provisioned-concurrency: 20 provisioned do not fit into a reserved concurrency of 19; reserve 20 or provision fewer
          reserved-concurrency: 60    | reserved-concurrency: some  | line 6: function.reserved-concurrency: 'some' is not a whole number from 0 to 100000
          """)
  void whatIsProvisionedFitsIntoWhatIsReserved(String right, String wrong, String message) {
    assertRefused(right, wrong, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          account-concurrency: 200 | account-concurrency: 199 | line 4: engine.account-concurrency: 199 do not hold the 100 that variants set aside and the 100 that Lambda keeps unreserved; set engine.account-concurrency to 200
          reserved-concurrency: 60 | reserved-concurrency: 61 | line 4: engine.account-concurrency: 200 do not hold the 101 that variants set aside and the 100 that Lambda keeps unreserved; set engine.account-concurrency to 201
          """)
  void whatIsSetAsideLeavesWhatLambdaKeepsUnreserved(String right, String wrong, String message) {
    assertRefused(right, wrong, message);
  }

  @Test
  void theUsualAccountHoldsNineHundred() {
    assertRefused(
        "engine:\n  account-concurrency: 200\nfunction:\n  reserved-concurrency: 60",
        "function:\n  reserved-concurrency: 861",
        "line 6: variants: 1000 do not hold the 901 that variants set aside and the 100 that Lambda"
            + " keeps unreserved; set engine.account-concurrency to 1001");
  }

  @Test
  void environmentsThatAreProvisionedCannotBeForcedToBeCold() {
    assertRefused(
        "protocol: open-load\n    route: async\n    arrivals: constant 5/s for 2 s",
        "protocol: forced-cold-starts\n    cycles: 3",
        "line 14: phases.load: variant some has provisioned concurrency, whose environments a"
            + " change of configuration does not renew; use open-load");
  }

  @Test
  void aRouteIsOneOfThoseThereAre() {
    assertRefused(
        "route: async",
        "route: pigeon",
        "line 15: phases.load.route: 'pigeon' is not one of sync, async, s3, kinesis, dynamodb,"
            + " function-url, http-api, rest-api");
  }

  @Test
  void aRouteBelongsToAnOpenLoad() {
    assertRefused(
        "protocol: open-load",
        "protocol: warm-steady-load",
        "line 15: 'route' is not a setting of phases.load; allowed: protocol, arrivals, rounds,"
            + " warm-up, prime");
  }
}
