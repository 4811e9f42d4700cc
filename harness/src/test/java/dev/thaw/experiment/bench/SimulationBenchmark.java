package dev.thaw.experiment.bench;

import dev.thaw.model.Outcome;
import dev.thaw.model.Scenario;
import dev.thaw.model.Simulation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole simulations; {@code requests} are those per second. By hand, on a machine that does nothing
 * else:
 *
 * <pre>
 * mvn -pl harness -am test-compile
 * mvn -pl harness dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * cd harness &amp;&amp; java -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *   org.openjdk.jmh.Main SimulationBenchmark
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SimulationBenchmark {
  @Param({"A", "C2", "D"})
  public String model = "A";

  private Scenario scenario = ModelCase.A.scenario();

  /** Requests of all simulations. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Requests {
    public long requests;
  }

  @Setup
  public void choose() {
    scenario = ModelCase.valueOf(model).scenario();
  }

  @Benchmark
  public Outcome simulate(Requests counter) {
    var outcome = Simulation.run(scenario);
    counter.requests += outcome.functions().get(0).tally().arrivals();
    return outcome;
  }
}
