package dev.thaw.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkHandlerTest {
  private static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              WorkHandlerTest.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> null);

  @Test
  void countsItsInvocationsAndKeepsItsEnvironmentId() {
    var handler = new WorkHandler(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

    var first = handler.perform(new Work(0, 0, 0, 0, null)).marker();
    var second = handler.perform(new Work(0, 0, 0, 0, null)).marker();

    assertThat(first.invocationIndex()).isEqualTo(1);
    assertThat(second.invocationIndex()).isEqualTo(2);
    assertThat(second.environmentId()).isEqualTo(first.environmentId());
    assertThat(first.initializationType()).isEqualTo("snap-start");
    assertThat(first.startedAtNs()).isGreaterThanOrEqualTo(first.initializedAtNs());
    assertThat(first.endedAtNs()).isGreaterThanOrEqualTo(first.startedAtNs());
  }

  @Test
  void waitsAndBurnsAtLeastAsLongAsAsked() {
    var marker = new WorkHandler(Map.of()).perform(new Work(20, 10, 2, 0, null)).marker();

    assertThat(marker.endedAtNs() - marker.startedAtNs()).isGreaterThanOrEqualTo(30_000_000);
  }

  @Test
  void readsAnEventAndLeavesOutWhatIsNotThere() {
    var answer = new WorkHandler(Map.of()).handleRequest(Map.of("answerBytes", 3), CONTEXT);

    assertThat(answer.padding()).isEqualTo("xxx");
    assertThatThrownBy(() -> Work.of(Map.of("sleepMs", "long")))
        .hasMessage("sleepMs must be a number, not 'long'");
  }

  @Test
  void answersWithPaddingOfTheSizeAsked() {
    var answer = new WorkHandler(Map.of()).perform(new Work(0, 0, 0, 1000, null));

    assertThat(answer.padding()).hasSize(1000);
  }

  @Test
  void failsWhenAsked() {
    var handler = new WorkHandler(Map.of());

    assertThatThrownBy(() -> handler.perform(new Work(0, 0, 0, 0, "exception")))
        .hasMessage("asked to fail");
    assertThatThrownBy(() -> handler.perform(new Work(0, 0, 0, 0, "quake")))
        .hasMessageContaining("fault 'quake' is none of [NONE, EXCEPTION");
  }
}
