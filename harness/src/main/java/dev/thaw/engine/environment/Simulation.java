package dev.thaw.engine.environment;

import dev.thaw.load.Distribution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A function that is not run but simulated: its init and service times are drawn. Written into the
 * function's variables as {@code THAW_SIMULATED}, for example {@code init: lognormal 250 ms 0.2;
 * service: lognormal 20 ms 0.5; seed: 7}; the seed may be left out.
 */
record Simulation(Distribution init, Distribution service, long seed) {
  static final String VARIABLE = "THAW_SIMULATED";

  private static final String EXAMPLE =
      "init: lognormal 250 ms 0.2; service: lognormal 20 ms 0.5; seed: 7";
  private static final long STEP = 0xD1342543DE82EF95L;

  /** The simulation that a function asks for, if it does. */
  static Optional<Simulation> of(FunctionVersion function) {
    return Optional.ofNullable(function.variables().get(VARIABLE)).map(Simulation::parse);
  }

  static Simulation parse(String text) {
    try {
      var parts = parts(text);
      var seed = parts.getOrDefault("seed", "0");
      return new Simulation(
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
  RandomGenerator random(long environment) {
    // Seeds at equal distances would give sequences that overlap: scramble them first.
    long scrambled = new SplittableRandom(seed + environment * STEP).nextLong();
    return new SplittableRandom(scrambled);
  }
}
