package dev.thaw.rules.price;

/**
 * What a usage costs in USD.
 *
 * @param duration the time that invocations ran, on demand or provisioned
 * @param provisioned keeping provisioned environments ready
 * @param other services around Lambda, storage, snapshots
 */
public record Cost(double request, double duration, double provisioned, double other) {
  public static final Cost NONE = new Cost(0, 0, 0, 0);

  public double total() {
    return request + duration + provisioned + other;
  }

  public Cost plus(Cost more) {
    return new Cost(
        request + more.request,
        duration + more.duration,
        provisioned + more.provisioned,
        other + more.other);
  }

  static Cost of(Item.Part part, double usd) {
    return new Cost(
        part == Item.Part.REQUEST ? usd : 0,
        part == Item.Part.DURATION ? usd : 0,
        part == Item.Part.PROVISIONED ? usd : 0,
        part == Item.Part.OTHER ? usd : 0);
  }
}
