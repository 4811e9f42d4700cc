package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to write an arrival process: each a pattern, an example, and what it stands for. */
enum ArrivalForm {
  CONSTANT(
      "constant RATE for TIME",
      "constant 50/s for 10 s",
      words -> new ConstantArrivals(rate(words, 1), time(words, 2))),
  POISSON(
      "poisson RATE for TIME",
      "poisson 0.9/s for 1 h",
      words -> new PoissonArrivals(rate(words, 1), time(words, 2))),
  RENEWAL(
      "renewal (.+) for TIME",
      "renewal gamma 20 ms 0.5 for 10 s",
      words -> new RenewalArrivals(Distribution.parse(words.group(1)), time(words, 2))),
  RAMP(
      "ramp RATE to RATE over TIME",
      "ramp 10/s to 100/s over 30 s",
      words -> new RampArrivals(rate(words, 1), rate(words, 2), time(words, 3))),
  STEP(
      "step (RATE for TIME(?:\\s*, RATE for TIME)*)",
      "step 10/s for 1 min, 50/s for 1 min",
      words -> steps(words.group(1))),
  DIURNAL(
      "diurnal RATE to RATE every TIME(?: from TIME)? for TIME",
      "diurnal 1/s to 50/s every 24 h for 7 d",
      words ->
          new DiurnalArrivals(
              rate(words, 1),
              rate(words, 2),
              time(words, 3),
              Optional.ofNullable(words.group(4)).map(Notation::duration).orElse(Duration.ZERO),
              time(words, 5))),
  ON_OFF(
      "on-off RATE on (.+) off (.+) for TIME",
      "on-off 50/s on exponential 10 s off constant 30 s for 1 h",
      words ->
          new OnOffArrivals(
              rate(words, 1),
              Distribution.parse(words.group(2)),
              Distribution.parse(words.group(3)),
              time(words, 4))),
  BURST("burst COUNT", "burst 20", words -> new BurstArrivals(count(words))),
  BURSTS(
      "burst COUNT every TIME for TIME",
      "burst 20 every 1 min for 1 h",
      words -> new RepeatedBursts(count(words), time(words, 2), time(words, 3))),
  PAUSE("pause TIME", "pause 30 s", words -> new Pause(time(words, 1)));

  private final String example;
  private final Pattern pattern;

  @SuppressWarnings("ImmutableEnumChecker") // without state, as patterns are
  private final Function<Matcher, ArrivalProcess> meaning;

  ArrivalForm(String template, String example, Function<Matcher, ArrivalProcess> meaning) {
    this.example = example;
    this.meaning = meaning;
    pattern =
        Pattern.compile(
            template
                .replace("RATE", "(" + Notation.RATE + ")")
                .replace("TIME", "(" + Notation.TIME + ")")
                .replace("COUNT", "(-?\\d{1,9})")
                .replace(" ", "\\s+"),
            Pattern.CASE_INSENSITIVE);
  }

  String example() {
    return example;
  }

  Optional<ArrivalProcess> read(String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(meaning.apply(matcher)) : Optional.empty();
  }

  private static double rate(Matcher words, int group) {
    return Notation.perSecond(words.group(group));
  }

  private static Duration time(Matcher words, int group) {
    return Notation.duration(words.group(group));
  }

  private static int count(Matcher words) {
    return Integer.parseInt(words.group(1));
  }

  /** Poisson processes of those rates, which together are one whose rate changes in steps. */
  private static ArrivalProcess steps(String text) {
    return new SequenceArrivals(
        Arrays.stream(text.split(",", -1))
            .map(step -> ArrivalProcess.parse("poisson " + step.strip()))
            .toList());
  }
}
