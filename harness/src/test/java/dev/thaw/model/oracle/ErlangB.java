package dev.thaw.model.oracle;

/**
 * A loss system: Poisson arrivals at {@code places} servers, whatever the service time's
 * distribution. {@code load} is arrival rate times mean service time.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_B_formula">Erlang B</a>
 */
public record ErlangB(double load, int places) {

  /** The share of arrivals that find every place taken. */
  public double blocked() {
    double inverse = 1;
    for (int place = 1; place <= places; place++) {
      inverse = 1 + place / load * inverse;
    }
    return 1 / inverse;
  }

  /** Places that are taken on average. */
  public double busy() {
    return load * (1 - blocked());
  }
}
