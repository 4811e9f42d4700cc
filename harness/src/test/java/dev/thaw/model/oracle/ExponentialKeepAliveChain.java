package dev.thaw.model.oracle;

/**
 * The steady state where everything is exponential, the keep-alive too: a Markov chain of how many
 * environments are busy with a cold start, busy with a warm invocation, and idle. Exact for cold
 * unlike warm, for any limit and any placement, as exponential times forget who was used when.
 *
 * @param limit no more environments than that; where they are unlimited, so many that more are
 *     hardly ever needed
 */
public record ExponentialKeepAliveChain(
    double rate, double warm, double cold, double keepAlive, int limit) {

  /** The chain's long-run shares of arrivals and means over time. */
  public record SteadyState(double cold, double rejected, double running, double idle) {}

  /** Solves the balance equations by successive over-relaxation. */
  public SteadyState solve() {
    var solver = new Solver(this);
    solver.relax();
    return solver.steadyState();
  }

  private static final class Solver {
    private static final double RELAXATION = 1;
    private static final double PRECISION = 1e-13;
    private static final int MAX_SWEEPS = 200_000;

    private final ExponentialKeepAliveChain chain;
    private final int side;
    private final double[] probability;

    Solver(ExponentialKeepAliveChain chain) {
      this.chain = chain;
      this.side = chain.limit() + 3;
      this.probability = new double[side * side * side];
      // Any start will do but one that vanishes in the first sweep.
      probability[at(0, 0, chain.limit())] = 1;
      probability[at(0, 0, 0)] = 1;
    }

    /** One wider than the states on each side, so that their neighbours exist and stay 0. */
    private int at(int cold, int warm, int idle) {
      return ((cold + 1) * side + warm + 1) * side + idle + 1;
    }

    void relax() {
      double change = 1;
      for (int sweep = 0; change > PRECISION; sweep++) {
        if (sweep == MAX_SWEEPS) {
          throw new IllegalStateException("no convergence: " + change);
        }
        change = sweep();
        normalise();
      }
    }

    private double sweep() {
      int limit = chain.limit();
      double change = 0;
      for (int cold = 0; cold <= limit; cold++) {
        for (int warm = 0; cold + warm <= limit; warm++) {
          for (int idle = 0; cold + warm + idle <= limit; idle++) {
            int state = at(cold, warm, idle);
            double before = probability[state];
            double balanced = inflow(cold, warm, idle) / outRate(cold, warm, idle);
            probability[state] = Math.max(0, before + RELAXATION * (balanced - before));
            change += Math.abs(probability[state] - before);
          }
        }
      }
      return change;
    }

    private double inflow(int cold, int warm, int idle) {
      double fromArrival = probability[at(cold, warm - 1, idle + 1)];
      if (idle == 0) {
        fromArrival += probability[at(cold - 1, warm, 0)];
      }
      boolean hasRoom = cold + warm + idle < chain.limit();
      double fromExpiry = hasRoom ? (idle + 1) * probability[at(cold, warm, idle + 1)] : 0;
      double fromCold = (cold + 1) * probability[at(cold + 1, warm, idle - 1)];
      double fromWarm = (warm + 1) * probability[at(cold, warm + 1, idle - 1)];
      return chain.rate() * fromArrival
          + fromCold / chain.cold()
          + fromWarm / chain.warm()
          + fromExpiry / chain.keepAlive();
    }

    private double outRate(int cold, int warm, int idle) {
      boolean isFull = idle == 0 && cold + warm == chain.limit();
      return (isFull ? 0 : chain.rate())
          + cold / chain.cold()
          + warm / chain.warm()
          + idle / chain.keepAlive();
    }

    private void normalise() {
      double sum = 0;
      for (double value : probability) {
        sum += value;
      }
      for (int i = 0; i < probability.length; i++) {
        probability[i] /= sum;
      }
    }

    SteadyState steadyState() {
      int limit = chain.limit();
      double started = 0;
      double rejected = 0;
      double running = 0;
      double idling = 0;
      for (int cold = 0; cold <= limit; cold++) {
        for (int warm = 0; cold + warm <= limit; warm++) {
          for (int idle = 0; cold + warm + idle <= limit; idle++) {
            double here = probability[at(cold, warm, idle)];
            running += here * (cold + warm);
            idling += here * idle;
          }
          double noneIdle = probability[at(cold, warm, 0)];
          started += cold + warm < limit ? noneIdle : 0;
          rejected += cold + warm < limit ? 0 : noneIdle;
        }
      }
      return new SteadyState(started, rejected, running, idling);
    }
  }
}
