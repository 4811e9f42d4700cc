package dev.thaw.rules.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class RetentionPresetTest {
  @ParameterizedTest
  @CsvSource({"measured, 600, PT2H", "aws-2020-pacslab, 640, PT2H", "sebs-2020, 380, PT876000H"})
  void isFoundByItsName(String name, long leastSeconds, String lifetime) {
    var retention = RetentionPreset.of(name).retention();
    var random = new SplittableRandom(1);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      least = Math.min(least, retention.keepAlive().drawNs(random));
    }

    assertThat(least).isEqualTo(leastSeconds * 1_000_000_000);
    assertThat(retention.lifetime()).hasToString(lifetime);
    assertThat(retention.placement()).isEqualTo(Placement.MOST_RECENTLY_USED);
  }

  @ParameterizedTest
  @FieldSource("dev.thaw.rules.environment.RetentionPreset#ALL")
  void namesSourceAndYear(RetentionPreset preset) {
    assertThat(preset.source()).containsPattern("20[12]\\d");
  }

  @Test
  void unknownNameGetsTheKnownOnes() {
    assertThatThrownBy(() -> RetentionPreset.of("aws-1999"))
        .hasMessage("'aws-1999' is no retention; there are measured, aws-2020-pacslab, sebs-2020");
  }
}
