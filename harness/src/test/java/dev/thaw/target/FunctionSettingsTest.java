package dev.thaw.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FunctionSettingsTest {
  private static final String WORK = "{\"sleepMs\":5}";

  private static FunctionSettings settings(String source, Map<String, String> environment) {
    var sample = FunctionSettings.sample();
    return new FunctionSettings(
        source,
        sample.runtime(),
        sample.handler(),
        sample.memory(),
        sample.timeout(),
        environment,
        sample.logFormat(),
        sample.setAside());
  }

  @Test
  void sampleFunctionsKnowWhatToDoForEventsWithoutWork() {
    assertThat(settings("sample:java", Map.of("A", "b")).doing(WORK).environment())
        .isEqualTo(Map.of("A", "b", "THAW_WORK", WORK));
  }

  @Test
  void theExperimentsOwnWordGoesFirst() {
    var own = Map.of("THAW_WORK", "{}");
    assertThat(settings("sample:java", own).doing(WORK).environment()).isEqualTo(own);
  }

  @Test
  void otherFunctionsAndLongPayloadsAreLeftAlone() {
    var longOne = "{\"padding\":\"" + "x".repeat(2_048) + "\"}";
    assertThat(settings("own.zip", Map.of()).doing(WORK).environment()).isEmpty();
    assertThat(settings("sample:java", Map.of()).doing(longOne).environment()).isEmpty();
    assertThat(settings("sample:java", Map.of()).doing("{}").environment()).isEmpty();
  }
}
