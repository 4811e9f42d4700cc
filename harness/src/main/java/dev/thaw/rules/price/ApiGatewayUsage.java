package dev.thaw.rules.price;

import java.util.Map;

/**
 * Requests to an API in front of a function.
 *
 * @see <a href="https://aws.amazon.com/api-gateway/pricing/">Pricing</a>
 */
public record ApiGatewayUsage(Map<Item, Double> amounts) implements Usage {
  private static final long STEP_BYTES = 512 * 1024;

  public ApiGatewayUsage {
    amounts = Map.copyOf(amounts);
  }

  /** An HTTP API counts each 512 KB begun as a request. */
  public static ApiGatewayUsage http(long requests, long requestBytes) {
    long steps = Math.max(1, -Math.floorDiv(-requestBytes, STEP_BYTES));
    return new ApiGatewayUsage(Map.of(Item.HTTP_API_REQUEST, (double) requests * steps));
  }

  public static ApiGatewayUsage rest(long requests) {
    return new ApiGatewayUsage(Map.of(Item.REST_API_REQUEST, (double) requests));
  }
}
