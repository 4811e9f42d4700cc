package dev.thaw.engine.apigateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StagePathTest {
  @ParameterizedTest
  @CsvSource({
    "/prod/orders/7, prod, /orders/7",
    "/prod/, prod, /",
    "/prod, prod, /",
    "/, '', /",
    "'', '', /"
  })
  void whatStandsBehindTheStageIsAPathOfItsOwn(String path, String stage, String behind) {
    assertThat(StagePath.of(path)).isEqualTo(new StagePath(stage, behind));
  }
}
