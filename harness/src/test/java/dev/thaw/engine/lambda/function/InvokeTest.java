package dev.thaw.engine.lambda.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class InvokeTest {
  @Test
  void showsTheLastFourKilobytesOfTheLog() {
    assertThat(Invoke.tail("a" + "b".repeat(4096)))
        .isEqualTo(Base64.getEncoder().encodeToString("b".repeat(4096).getBytes(UTF_8)));
  }
}
