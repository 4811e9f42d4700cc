package dev.thaw.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a function takes that the embedded engine does not run but simulates: its init and service
 * times are drawn. Written into the function's variables as {@code THAW_SIMULATED}, for example
 * {@code init: lognormal 250 ms 0.2; service: lognormal 20 ms 0.5; seed: 7}; the seed may be left
 * out.
 */
public record SimulatedTimes(Distribution init, Distribution service, long seed) {
  /** The variable that holds them. */
  public static final String VARIABLE = "THAW_SIMULATED";

  private static final String EXAMPLE =
      "init: lognormal 250 ms 0.2; service: lognormal 20 ms 0.5; seed: 7";
  private static final long STEP = 0xD1342543DE82EF95L;

  /** Those that a function's variables state, if they do. */
  public static Optional<SimulatedTimes> of(Map<String, String> variables) {
    return Optional.ofNullable(variables.get(VARIABLE)).map(SimulatedTimes::parse);
  }

  static SimulatedTimes parse(String text) {
    try {
      var parts = parts(text);
      var seed = parts.getOrDefault("seed", "0");
      return new SimulatedTimes(
          Distribution.parse(required(parts, "init")),
          Distribution.parse(required(parts, "service")),
          Long.parseLong(seed));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s '%s' cannot be read: %s; write for example '%s'"
              .formatted(VARIABLE, text, e.getMessage(), EXAMPLE),
          e);
    }
  }

  private static Map<String, String> parts(String text) {
    var parts = new HashMap<String, String>();
    for (var part : text.split(";", -1)) {
      int colon = part.indexOf(':');
      if (part.isBlank()) {
        continue;
      }
      var key = colon < 0 ? part.strip() : part.substring(0, colon).strip();
      if (colon < 0 || !key.matches("init|service|seed")) {
        throw new IllegalArgumentException("'%s' is none of init, service, seed".formatted(key));
      }
      parts.put(key, part.substring(colon + 1).strip());
    }
    return parts;
  }

  private static String required(Map<String, String> parts, String key) {
    return Optional.ofNullable(parts.get(key))
        .orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(key)));
  }

  /** The generator of that function's n-th environment: always the same draws. */
  public RandomGenerator random(long environment) {
    // Seeds at equal distances would give sequences that overlap: scramble them first.
    long scrambled = new SplittableRandom(seed + environment * STEP).nextLong();
    return new SplittableRandom(scrambled);
  }
}
