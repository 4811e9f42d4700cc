package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.results.RunJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What a simulation that runs alone is to do, from the {@code thaw.*} system properties. */
record Settings(Map<String, String> properties, Map<String, String> variables) {
  private static final String EXAMPLE =
      "-Dthaw.function=NAME -Dthaw.arrivals='poisson 50/s for 10 s'";

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
    return new Fire(
        "alone",
        function(),
        function(),
        text("payload", "{}"),
        arrivals(),
        number("seed", 1, Long.MIN_VALUE),
        0,
        0,
        number("timeoutMs", 60_000, 1),
        false);
  }

  private String function() {
    return required("function");
  }

  private ArrivalProcess arrivals() {
    var text = required("arrivals");
    try {
      return ArrivalProcess.parse(text);
    } catch (IllegalArgumentException e) {
      throw new GeneratorException("-Dthaw.arrivals: " + e.getMessage() + ".", e);
    }
  }

  private URI endpoint() {
    var text = text("endpoint", "https://lambda.%s.amazonaws.com".formatted(region()));
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new GeneratorException("-Dthaw.endpoint is not a URL: " + e.getMessage() + ".", e);
    }
  }

  private String region() {
    var fallback = variables.getOrDefault("AWS_DEFAULT_REGION", "us-east-1");
    return text("region", variables.getOrDefault("AWS_REGION", fallback));
  }

  private String required(String name) {
    var text = text(name, "");
    if (text.isEmpty()) {
      throw new GeneratorException("-Dthaw.%s is missing; write %s.".formatted(name, EXAMPLE));
    }
    return text;
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

  private String text(String name, String fallback) {
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
