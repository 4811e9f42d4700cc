package dev.thaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.invocation.Memory;
import org.junit.jupiter.api.Test;

final class PriceFileTest {
  private static final PriceFile PRICES = PriceFile.bundled();

  /**
   * 900,000 requests of 1,991 ms at 128 MB: 223,987.5 GB-s, $0.18 + $3.7331325 (worked example of
   * the model oracles, 3.13, at $0.0000166667).
   */
  @Test
  void reckonsRequestsAndGbSeconds() {
    var price = PRICES.find("us-east-1", "x86_64");

    assertThat(price.of(new Memory(128), 1991) * 900_000).isEqualTo(3.9131325, within(1e-5));
  }

  @Test
  void armIsAFifthCheaper() {
    assertThat(PRICES.find("us-east-1", "arm64").perGbSecond()).isEqualTo(0.0000133334);
  }

  @Test
  void anUnknownRegionIsReckonedAtUsEast1() {
    assertThat(PRICES.find("eu-north-1", "x86_64").region()).isEqualTo("us-east-1");
  }

  @Test
  void anUnknownArchitectureIsRefused() {
    assertThatThrownBy(() -> PRICES.find("us-east-1", "mips")).hasMessageContaining("mips");
  }
}
