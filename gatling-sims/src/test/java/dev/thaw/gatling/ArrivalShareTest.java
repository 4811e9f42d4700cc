package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.load.ArrivalProcess;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalShareTest {
  /** 8 arrivals over 3 generators: 0 3 6, 1 4 7, 2 5. */
  @Test
  void splitsAPlanByTheRemainder() {
    var eight = ArrivalProcess.parse("burst 8");

    assertThat(new ArrivalShare(0, 3).count(eight, 1)).isEqualTo(3);
    assertThat(new ArrivalShare(1, 3).count(eight, 1)).isEqualTo(3);
    assertThat(new ArrivalShare(2, 3).count(eight, 1)).isEqualTo(2);
    assertThat(LongStream.range(0, 8).filter(new ArrivalShare(1, 3)::isOurs))
        .containsExactly(1L, 4L, 7L);
  }

  @Test
  void sharesOfARandomPlanAddUpToIt() {
    var plan = ArrivalProcess.parse("poisson 100/s for 5 s");
    long whole = new ArrivalShare(0, 1).count(plan, 42);

    assertThat(LongStream.range(0, 7).map(k -> new ArrivalShare((int) k, 7).count(plan, 42)).sum())
        .isEqualTo(whole);
  }

  @Test
  void knowsNoGeneratorBeyondTheLast() {
    assertThatThrownBy(() -> new ArrivalShare(2, 2))
        .isInstanceOf(GeneratorException.class)
        .hasMessage("Generator 2 of 2 does not exist: generators count from 0.");
  }
}
