package dev.thaw.engine.lambda.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

/** How an alias routes; by hand: below the weight the second version, from the weight the first. */
final class AliasTest {
  private static Alias alias(Map<String, Double> weights) {
    return new Alias(
        AliasConfiguration.builder()
            .functionVersion("1")
            .routingConfig(routing -> routing.additionalVersionWeights(weights))
            .build());
  }

  @Test
  void routesBelowTheWeightToTheSecondVersion() {
    var alias = alias(Map.of("2", 0.25));
    assertThat(alias.route(0)).isEqualTo("2");
    assertThat(alias.route(0.2499)).isEqualTo("2");
    assertThat(alias.route(0.25)).isEqualTo("1");
    assertThat(alias.route(1)).isEqualTo("1");
    assertThat(alias.pointsTo("1")).isTrue();
    assertThat(alias.pointsTo("2")).isTrue();
    assertThat(alias.pointsTo("3")).isFalse();
  }

  @Test
  void routesEverythingToTheOnlyVersion() {
    var alias = new Alias(AliasConfiguration.builder().functionVersion("1").build());
    assertThat(alias.route(0)).isEqualTo("1");
    assertThat(alias.weights()).isEmpty();
  }
}
