package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import dev.thaw.results.RunJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** What a simulation that runs alone is to do, from the {@code thaw.*} system properties. */
record Settings(
    Map<String, String> properties, Map<String, String> variables, Function<Settings, Route> kind) {
  private static final String ARRIVALS = "-Dthaw.arrivals='poisson 50/s for 10 s'";

  /** The same orders that a program would give. */
  Orders orders() {
    var orders = List.<GeneratorOrder>of(open(), fire(), new Close()).iterator();
    return () -> orders.hasNext() ? Optional.of(orders.next()) : Optional.empty();
  }

  String requestsFile() {
    return text("requests", "requests.ndjson.gz");
  }

  private Open open() {
    int burnIn = (int) number("burnIn", BurnIn.ENOUGH, 0);
    return new Open(endpoint(), region(), requestsFile(), 0, 1, burnIn);
  }

  private Fire fire() {
    var route = kind.apply(this);
    return new Fire(
        "alone",
        route.target(),
        route,
        text("payload", "{}"),
        arrivals(),
        number("seed", 1, Long.MIN_VALUE),
        0,
        0,
        number("timeoutMs", 60_000, 1),
        false);
  }

  private ArrivalProcess arrivals() {
    var text = text("arrivals", "");
    if (text.isEmpty()) {
      throw new GeneratorException("-Dthaw.arrivals is missing; write %s.".formatted(ARRIVALS));
    }
    try {
      return ArrivalProcess.parse(text);
    } catch (IllegalArgumentException e) {
      throw new GeneratorException("-Dthaw.arrivals: " + e.getMessage() + ".", e);
    }
  }

  private URI endpoint() {
    return url("endpoint", text("endpoint", "https://lambda.%s.amazonaws.com".formatted(region())));
  }

  /** A setting that is a URL. */
  URI url(String name) {
    return url(name, required(name));
  }

  private static URI url(String name, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new GeneratorException(
          "-Dthaw.%s is not a URL: %s.".formatted(name, e.getMessage()), e);
    }
  }

  private String region() {
    var fallback = variables.getOrDefault("AWS_DEFAULT_REGION", "us-east-1");
    return text("region", variables.getOrDefault("AWS_REGION", fallback));
  }

  /** A setting that names what the route leads to. */
  String required(String name) {
    var text = text(name, "");
    if (text.isEmpty()) {
      throw new GeneratorException(
          "-Dthaw.%s is missing; write -Dthaw.%1$s=%s %s."
              .formatted(name, name.equals("url") ? "URL" : "NAME", ARRIVALS));
    }
    return text;
  }

  /** Among how many keys events take turns. */
  int keys() {
    return (int) Math.min(number("keys", 0, 0), Integer.MAX_VALUE);
  }

  private long number(String name, long fallback, long min) {
    var text = text(name, Long.toString(fallback));
    try {
      long number = Long.parseLong(text);
      if (number >= min) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new GeneratorException(notANumber(name, text, min), e);
    }
    throw new GeneratorException(notANumber(name, text, min));
  }

  private static String notANumber(String name, String text, long min) {
    return "-Dthaw.%s=%s is not a whole number%s."
        .formatted(name, text, min == Long.MIN_VALUE ? "" : " of at least " + min);
  }

  /** A setting, or what holds without it. */
  String text(String name, String fallback) {
    var text = properties.getOrDefault("thaw." + name, "").strip();
    return text.isEmpty() ? fallback : text;
  }

  /**
   * The properties as they were meant: the Gatling plugin hands values on as Java string literals,
   * in quotes when they hold a space.
   */
  static Map<String, String> properties(Properties all) {
    boolean isPlugin = all.getProperty("java.class.path", "").contains("gatlingbooter");
    var properties = new HashMap<String, String>();
    for (var name : all.stringPropertyNames()) {
      if (name.startsWith("thaw.")) {
        var value = all.getProperty(name);
        properties.put(name, isPlugin ? fromLiteral(value) : value);
      }
    }
    return properties;
  }

  private static String fromLiteral(String value) {
    try {
      return RunJson.MAPPER.readValue(
          value.startsWith("\"") ? value : '"' + value + '"', String.class);
    } catch (JsonProcessingException notALiteral) {
      return value;
    }
  }
}
