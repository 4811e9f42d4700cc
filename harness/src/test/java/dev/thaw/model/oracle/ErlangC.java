package dev.thaw.model.oracle;

/**
 * A first-come-first-served queue before {@code places} servers: Poisson arrivals, exponential
 * service times, {@code load} below {@code places}.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_C_formula">Erlang C</a>
 */
public record ErlangC(double load, int places) {

  /** The share of arrivals that have to wait. */
  public double waits() {
    double blocked = new ErlangB(load, places).blocked();
    return places * blocked / (places - load * (1 - blocked));
  }

  /** Mean wait of all arrivals, in mean service times. */
  public double meanWait() {
    return waits() / (places - load);
  }
}
