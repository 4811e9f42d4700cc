package dev.thaw.model.oracle;

/** What invocations of one mean duration cost on demand, at linear prices. */
public record OnDemandCost(double requests, double meanSeconds, double memoryGb) {

  public double gbSeconds() {
    return requests * meanSeconds * memoryGb;
  }

  public double cost(double perRequest, double perGbSecond) {
    return requests * perRequest + gbSeconds() * perGbSecond;
  }
}
