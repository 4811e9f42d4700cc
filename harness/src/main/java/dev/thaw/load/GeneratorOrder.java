package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;

/**
 * What a load generator is told to do, as one JSON line on its standard input. End of input means
 * that whoever gave the orders is gone: the generator ends at once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GeneratorOrder.Open.class, name = "open"),
  @JsonSubTypes.Type(value = GeneratorOrder.Fire.class, name = "fire"),
  @JsonSubTypes.Type(value = GeneratorOrder.Close.class, name = "close")
})
public sealed interface GeneratorOrder {

  /**
   * The first order: where requests go, which file they are recorded in (gzipped NDJSON), which of
   * how many generators this one is (numbers from 0), and how many requests to burn in with on a
   * local stub before it reports {@link GeneratorEvent.Ready}.
   */
  record Open(
      URI endpoint,
      String region,
      String requestsFile,
      int generator,
      int generators,
      int burnInRequests)
      implements GeneratorOrder {}

  /**
   * One stretch of load by one route. Generator k of n sends the arrivals whose number modulo n is
   * k. {@code startNs} is the agreed start in nanoseconds since the epoch, 0 for as soon as
   * possible. With {@code echo} the answers come back in {@link GeneratorEvent.Fired}.
   */
  record Fire(
      String phase,
      String variant,
      Route route,
      String payload,
      ArrivalProcess arrivals,
      long seed,
      long firstIndex,
      long startNs,
      long timeoutMs,
      boolean echo)
      implements GeneratorOrder {}

  /** The last order: finish what is in flight, close the file and end. */
  record Close() implements GeneratorOrder {}
}
