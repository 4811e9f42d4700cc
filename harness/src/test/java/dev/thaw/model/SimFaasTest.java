package dev.thaw.model;

import dev.thaw.rules.environment.Placement;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What SimFaaS printed for the same input, of one seed each and with its empty start. As it is one
 * run, its noise is that of one of our runs of the same length.
 *
 * @see <a href="https://arxiv.org/abs/2102.08904">Mahmoudi and Khazaei, SimFaaS, CLOSER 2021</a>
 */
final class SimFaasTest {
  private static final int RUNS = 12;
  private static final double UNKNOWN = Double.NaN;

  /** The input of one of its runs; {@code pace} speeds up those that are longer than a week. */
  private record Input(
      double rate, double warm, double cold, double keepAlive, double seconds, double pace) {
    List<FunctionOutcome> run(Shape shape, int limit) {
      var function =
          OneFunction.keptFor(keepAlive / pace, shape, warm / pace, cold / pace)
              .with(Placement.NEWEST)
              .limitedTo(limit);
      return IntStream.range(0, RUNS)
          .mapToObj(seed -> function.poisson(rate * pace, seconds / pace, 1, seed))
          .toList();
    }
  }

  /** What it printed: cold and rejected of all requests, means over time, mean lifespan in s. */
  private record Printed(
      double cold, double rejected, double servers, double running, double idle, double life) {}

  private record Case(String id, Input input, Shape shape, int limit, Printed printed) {}

  private static final int MOST = 1_000;

  static final List<Case> CASES =
      List.of(
          new Case(
              "A",
              new Input(0.9, 1.991, 2.244, 600, 1e6, 10),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.00138897, 0, 7.703353, 1.788122, 5.915231, 6179.307)),
          new Case(
              "B",
              new Input(0.001, 1.991, 2.244, 600, 2e8, 1_000),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.54937400, 0, 0.453164, 0.002124, 0.451040, 825.527)),
          new Case(
              "B2",
              new Input(0.00186, 1.955, 2.563, 600, 1e8, 1_000),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.33172598, 0, 0.677510, 0.003995, 0.673515, 1099.180)),
          new Case(
              "C",
              new Input(20, 1.991, 2.244, 600, 2e4, 1),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.00036551, 0, 63.705629, 39.668508, 24.037121, 10382.07)),
          new Case(
              "C2",
              new Input(100, 1.991, 2.244, 600, 1e3, 1),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.00246626, 0, 242.506546, 197.301879, 45.204667, UNKNOWN)),
          new Case(
              "D",
              new Input(10, 1.991, 2.244, 600, 3e4, 1),
              Shape.EXPONENTIAL,
              20,
              new Printed(0.00006653, 0.15746319, 19.998601, 16.804161, 3.194440, UNKNOWN)),
          new Case(
              "D2",
              new Input(10, 2, 2, OneFunction.FOR_EVER, 3e4, 1),
              Shape.EXPONENTIAL,
              20,
              new Printed(0.00006656, 0.15978968, 19.998556, 16.817141, 3.181415, UNKNOWN)),
          new Case(
              "D3",
              new Input(10, 2, 2, 1, 3e4, 1),
              Shape.EXPONENTIAL,
              20,
              new Printed(0.06469326, 0.15978968, 19.045245, 16.817141, 2.228104, 29.403)),
          new Case(
              "D4",
              new Input(10, 2, 2, 5, 3e4, 1),
              Shape.CONSTANT,
              20,
              new Printed(0.00140852, 0.15874998, 19.983745, 16.842229, 3.141516, 1435.70)),
          new Case(
              "E",
              new Input(0.01, 2, 5, 100, 2e7, 100),
              Shape.EXPONENTIAL,
              1,
              new Printed(0.35746792, 0.03030227, 0.643714, 0.030109, 0.613606, 179.913)),
          new Case(
              "F",
              new Input(0.9, 1.991, 2.244, 10, 2e5, 1),
              Shape.EXPONENTIAL,
              MOST,
              new Printed(0.09939598, 0, 4.271518, 1.806582, 2.464936, 47.812)));

  @ParameterizedTest
  @FieldSource("CASES")
  void printsWithinTheNoise(Case simFaas) {
    var ours = simFaas.input().run(simFaas.shape(), simFaas.limit());
    var printed = simFaas.printed();
    compare("cold", ours, SimFaasTest::cold, printed.cold());
    compare("rejected", ours, outcome -> outcome.tally().throttledShare(), printed.rejected());
    compare("servers", ours, outcome -> outcome.environments().total(), printed.servers());
    compare("running", ours, outcome -> outcome.environments().running(), printed.running());
    compare("idle", ours, outcome -> outcome.environments().idle(), printed.idle());
    if (!Double.isNaN(printed.life())) {
      double pace = simFaas.input().pace();
      compare(
          "lifespan",
          ours,
          outcome -> pace * outcome.environments().meanLifespanSeconds(),
          printed.life());
    }
  }

  private static double cold(FunctionOutcome outcome) {
    return (double) outcome.tally().cold() / outcome.tally().arrivals();
  }

  private static void compare(
      String what,
      List<FunctionOutcome> ours,
      ToDoubleFunction<FunctionOutcome> figure,
      double printed) {
    var mean = Estimated.mean(ours.stream().mapToDouble(figure).toArray());
    // One run's standard deviation.
    mean.shouldBe(what, new Estimated(printed, mean.standardError() * Math.sqrt(RUNS)));
  }

  /** Means and standard deviations of seeds 1 to 10. */
  @Test
  void caseAOnAverageOfTenSeeds() {
    var ours = CASES.get(0).input().run(Shape.EXPONENTIAL, MOST);
    compareMeans("cold", ours, SimFaasTest::cold, 0.00133729, 3.8e-5);
    compareMeans("servers", ours, outcome -> outcome.environments().total(), 7.69529, 0.0231);
    compareMeans("running", ours, outcome -> outcome.environments().running(), 1.79191, 0.00236);
    compareMeans("idle", ours, outcome -> outcome.environments().idle(), 5.90338, 0.0237);
    compareMeans(
        "lifespan",
        ours,
        outcome -> 10 * outcome.environments().meanLifespanSeconds(),
        6419.7,
        175);
  }

  private static void compareMeans(
      String what,
      List<FunctionOutcome> ours,
      ToDoubleFunction<FunctionOutcome> figure,
      double mean,
      double deviation) {
    Estimated.mean(ours.stream().mapToDouble(figure).toArray())
        .shouldBe(what, new Estimated(mean, deviation / Math.sqrt(10)));
  }
}
