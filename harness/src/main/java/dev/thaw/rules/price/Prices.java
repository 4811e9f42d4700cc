package dev.thaw.rules.price;

import dev.thaw.invocation.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The prices of a region and architecture. What a price file lacks for the region is reckoned at
 * us-east-1's price, and {@link #doubts} says so.
 */
public record Prices(PriceFile file, String region, String architecture) {

  /** The price of an item: the region's own if there is one. */
  public Figure figure(Item item) {
    return file.figures().stream()
        .filter(figure -> figure.fits(item, architecture))
        .filter(figure -> figure.region().equals(region) || isHome(figure))
        .min(Comparator.comparing(figure -> !figure.region().equals(region)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the price file has no %s for %s, neither in %s nor in %s; add a figure"
                        .formatted(item, architecture, region, PriceFile.HOME_REGION)));
  }

  private static boolean isHome(Figure figure) {
    return figure.region().equals(PriceFile.HOME_REGION);
  }

  /** What a month's usage costs, without a free tier. */
  public Cost cost(Usage usage) {
    var cost = Cost.NONE;
    for (var used : sorted(usage)) {
      var item = used.getKey();
      cost = cost.plus(Cost.of(item.part(), figure(item).cost(used.getValue())));
    }
    return cost;
  }

  /** What makes the cost of a usage uncertain, a sentence each. */
  public List<String> doubts(Usage usage) {
    var doubts = new ArrayList<String>();
    for (var used : sorted(usage)) {
      var figure = figure(used.getKey());
      if (!figure.region().equals(region)) {
        doubts.add(
            "%s: no price for %s in the price file, reckoned at that of %s"
                .formatted(figure.item(), region, figure.region()));
      }
      if (figure.confidence() != Confidence.CONFIRMED) {
        doubts.add("%s: %s".formatted(figure.item(), doubt(figure.confidence())));
      }
    }
    return doubts;
  }

  private static String doubt(Confidence confidence) {
    return confidence == Confidence.SECONDARY
        ? "the price is from second hand"
        : "the price is unconfirmed";
  }

  /** In the order of items, and without those of which nothing was used. */
  private static List<Map.Entry<Item, Double>> sorted(Usage usage) {
    return usage.amounts().entrySet().stream()
        .filter(used -> used.getValue() != 0)
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /** The price of on-demand invocations in the first tier, as a run records it. */
  public Price onDemand() {
    var duration = figure(Item.LAMBDA_DURATION);
    return new Price(
        duration.region(),
        architecture,
        figure(Item.LAMBDA_REQUEST).first(),
        duration.first(),
        duration.source() + "; first tier, free tier not counted",
        duration.date());
  }
}
