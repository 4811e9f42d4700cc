package dev.thaw.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.experiment.Phase;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.model.Concurrency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExperimentFileTest {
  private static final String SMALL =
      """
      name: small
      question: What does a cold start cost?
      function:
        memory: 256 MB
        environment: {A: one, B: 2}
      variants:
        plain:
        large:
          memory: 1024 MB
          timeout: 30 s
          environment:
            B: two
      payload: {sleepMs: 5, fault: none, big: true}
      phases:
        cold:
          protocol: forced-cold-starts
          cycles: 20
        warm:
          protocol: warm-steady-load
          arrivals: poisson 40/s for 8 s
      """;

  private static ExperimentFile read(String text, String... settings) {
    return ExperimentFile.read("small.yaml", text, List.of(settings));
  }

  @Test
  void aVariantTakesTheCommonSettingsAndReplacesSome() {
    var variants = read(SMALL).experiment().variants();

    assertThat(variants).extracting("name").containsExactly("plain", "large");
    var plain = variants.get(0).function();
    assertThat(plain.memory()).isEqualTo(new Memory(256));
    assertThat(plain.environment()).isEqualTo(Map.of("A", "one", "B", "2"));
    assertThat(plain.timeout()).isEqualTo(Duration.ofSeconds(10));
    var large = variants.get(1).function();
    assertThat(large.memory()).isEqualTo(new Memory(1024));
    assertThat(large.environment()).isEqualTo(Map.of("A", "one", "B", "two"));
    assertThat(large.timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatTheModelIsToldOfAVariantGoesOverWhatItIsToldOfAll() {
    var text =
        SMALL.replace("    timeout: 30 s", "    model: {init: constant 1 ms, cpu: 40 ms}")
            + "model: {times: mine, init: exponential 200 ms, provisioned-concurrency: 3}\n";
    var variants = read(text).experiment().variants();

    var plain = variants.get(0).model();
    assertThat(plain.times()).isEqualTo("mine");
    assertThat(plain.parts().init()).isEqualTo(Distribution.parse("exponential 200 ms"));
    assertThat(plain.cpuMs()).isNull();
    assertThat(plain.concurrency()).isEqualTo(new Concurrency(null, 3));
    var large = variants.get(1).model();
    assertThat(large.times()).isEqualTo("mine");
    assertThat(large.parts().init()).isEqualTo(Distribution.parse("constant 1 ms"));
    assertThat(large.cpuMs()).isEqualTo(40);
    assertThat(large.concurrency()).isEqualTo(new Concurrency(null, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {speed: 1}           | small.yaml, line 21: 'speed' is not a setting of model; allowed: times, init, hidden, cold, warm, round-trip, cpu, reserved-concurrency, provisioned-concurrency
          {init: quick}        | small.yaml, line 21: model.init: is refused: 'quick' is not a distribution of times
          {cpu: 40}            | small.yaml, line 21: model.cpu: '40' is not a time from 0 ms to 15 min
          {reserved-concurrency: 2, provisioned-concurrency: 3} | small.yaml, line 21: model.provisioned-concurrency: 3 provisioned do not fit into a reserved concurrency of 2; reserve 3 or provision fewer
          """)
  void aMistakeInWhatTheModelIsToldNamesItsLine(String model, String message) {
    assertThatThrownBy(() -> read(SMALL + "model: " + model + "\n"))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void phasesKeepTheFilesOrderAndTheirProtocol() {
    assertThat(read(SMALL).experiment().phases())
        .satisfiesExactly(
            cold -> assertThat(cold).isEqualTo(new Phase.ForcedColdStarts("cold", 20, 1)),
            warm -> assertThat(warm.load()).isEqualTo("poisson 40/s for 8 s"));
  }

  @Test
  void aPayloadWrittenAsSettingsBecomesJson() {
    assertThat(read(SMALL).experiment().payload())
        .isEqualTo("{\"sleepMs\":5,\"fault\":\"none\",\"big\":true}");
  }

  @Test
  void setReplacesAndAdds() {
    var experiment =
        read(SMALL, "phases.cold.cycles=3", "function.runtime=java21", "payload={cpuMs: 1}")
            .experiment();

    assertThat(experiment.phases().get(0)).isEqualTo(new Phase.ForcedColdStarts("cold", 3, 1));
    assertThat(experiment.variants().get(1).function().runtime()).isEqualTo("java21");
    assertThat(experiment.payload()).isEqualTo("{\"cpuMs\":1}");
  }

  @Test
  void theSourceForTheRunFolderHoldsTheOverrides() {
    assertThat(read(SMALL, "phases.cold.cycles=3").source().at("/phases/cold/cycles").intValue())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          memory: 256 MB      | memory: 64 MB         | small.yaml, line 4: function.memory: is refused: memory 64 MB is outside 128 to 10240 MB
          memory: 256 MB      | memory: lots          | small.yaml, line 4: function.memory: 'lots' is not a memory size such as '512 MB'
          memory: 256 MB      | memroy: 256 MB        | small.yaml, line 4: 'memroy' is not a setting of function; allowed: package, runtime, handler, memory, timeout, environment, log-format, reserved-concurrency, provisioned-concurrency
          timeout: 30 s       | timeout: 20 min       | small.yaml, line 10: variants.large.timeout: '20 min' is not a time from 1 s to 15 min, such as '500 ms', '10 s', '5 min'
          forced-cold-starts  | colder                | small.yaml, line 16: phases.cold.protocol: 'colder' is not one of forced-cold-starts, warm-steady-load, open-load, scale-out, idle-gaps
          cycles: 20          | cycles: 0             | small.yaml, line 17: phases.cold.cycles: '0' is not a whole number from 1 to 10000
          cycles: 20          | concurrency: 2        | small.yaml, line 16: phases.cold.cycles is missing
          poisson 40/s for 8 s| poisson 0/s for 8 s   | small.yaml, line 20: phases.warm.arrivals: is refused: a rate of 0/s is not above 0/s and at most 1,000,000/s
          name: small         | name: Small One       | small.yaml, line 1: name: is refused: a name has 1 to 40 lower-case letters, digits and dashes, not 'Small One'
          cycles: 20          | cycles: 0x14          | small.yaml, line 17: phases.cold.cycles: '0x14' is not a whole number from 1 to 10000
          cycles: 20          | cycles: 99999999999   | small.yaml, line 17: phases.cold.cycles: '99999999999' is not a whole number from 1 to 10000
          cycles: 20          | cycles:               | small.yaml, line 17: phases.cold.cycles: has no value; give it one, or leave it out
          A: one,             | A-B: one,             | small.yaml, line 5: function.environment.A-B: a variable's name is a letter and then letters, digits or underscores, not 'A-B'
          name: small         | {                     | small.yaml, line 2: is not YAML: expected ',' or '}', but got ?
          """)
  void aMistakeNamesItsLineTheValueAndWhatIsAllowed(String right, String wrong, String message) {
    assertThatThrownBy(() -> read(SMALL.replace(right, wrong)))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phases.cold.cycles=none | --set phases.cold.cycles=none: phases.cold.cycles: 'none' is not a whole number from 1 to 10000
          phases.cool.cycles=3    | --set phases.cool.cycles=3: there is no group of settings 'cool'; there is: cold, warm
          function.colour=red     | --set function.colour=red: 'colour' is not a setting of function; allowed: package, runtime, handler, memory, timeout, environment, log-format, reserved-concurrency, provisioned-concurrency
          memory                  | --set memory: write path=value, for example --set phases.cold.cycles=5
          """)
  void aMistakeOnTheCommandLineNamesTheOption(String setting, String message) {
    assertThatThrownBy(() -> read(SMALL, setting)).hasMessage(message);
  }

  @Test
  void aSettingGivenTwiceIsAMistake() {
    assertThatThrownBy(() -> read(SMALL + "name: again\n"))
        .hasMessage("small.yaml, line 21: name is given twice");
  }

  @Test
  void aliasesOfAliasesAreNotUnfolded() {
    // Each line stands for ten of the line before: 1,000,000 values.
    var bomb = new StringBuilder("a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (char name = 'b'; name <= 'f'; name++) {
      var before = "*" + (char) (name - 1);
      bomb.append("%s: &%s [%s]\n".formatted(name, name, (before + ", ").repeat(10)));
    }
    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessageContaining(
            "these are more than 100,000 values, each alias (*name) counted as what it stands for");
    assertThatThrownBy(() -> read("a: &a\n  b: *a\n"))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessageContaining("an alias (*name) stands within what it stands for");
  }

  @Test
  void whatIsNestedTooDeepIsNoYaml() {
    assertThatThrownBy(() -> read("a: " + "[".repeat(1_000) + "]".repeat(1_000)))
        .isInstanceOf(ExperimentFileException.class)
        .hasMessageStartingWith("small.yaml: is not YAML: ");
  }

  @Test
  void aPayloadIsOneJsonValueWithNamesGivenOnce() {
    assertThatThrownBy(() -> read(SMALL.replace("payload: {sleepMs: 5", "payload: {big: 5")))
        .hasMessage("small.yaml, line 13: payload.big is given twice");
    assertThatThrownBy(
            () -> read(SMALL.replaceFirst("payload: .*", "payload: '{\"a\": 1} and more'")))
        .hasMessage("small.yaml, line 13: payload: '{\"a\": 1} and more' is not JSON");
  }

  @Test
  void aMistakeIsOneLineOfBoundedLengthWhateverTheValueIs() {
    var value = "\"lo\\n\\e[31m" + "x".repeat(10_000) + "\"";
    assertThatThrownBy(() -> read(SMALL.replace("256 MB", value)))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .startsWith("small.yaml, line 4: function.memory: 'lo\\u000a\\u001b[31mxxx")
                    .endsWith("is not a memory size such as '512 MB'")
                    .hasSizeLessThan(700));
  }

  @Test
  void whatIsNoMappingIsNoExperiment() {
    assertThatThrownBy(() -> read("- a\n- b\n")).hasMessageContaining("is not an experiment");
    assertThatThrownBy(() -> read("")).hasMessageContaining("is not an experiment");
  }
}
