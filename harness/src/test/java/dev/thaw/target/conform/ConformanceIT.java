package dev.thaw.target.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineSettings;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.invocation.WallClock;
import dev.thaw.target.AwsClients;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.EndpointTarget;
import dev.thaw.target.Packages;
import dev.thaw.target.TargetException;
import dev.thaw.target.conform.Checked.Status;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of checks, on an engine: what it tells, and that nothing it made is left. */
final class ConformanceIT {
  @TempDir private static Path folder;
  private static EmbeddedTarget target;

  @BeforeAll
  static void startEngine() {
    target =
        new EmbeddedTarget(
            EngineSettings.defaults()
                .withWorkFolder(folder)
                .withPlatform(PlatformSettings.DEFAULT.withTimeScale(20)));
  }

  @AfterAll
  static void stopEngine() {
    target.close();
  }

  private static Conformance conformance() {
    return new Conformance(
        target, new WallClock(), new Conformance.Wish(20, 4, null, new Packages(folder, folder)));
  }

  private static Checked one(Check check) {
    return conformance().run(List.of(check), ended -> {}).checks().get(0);
  }

  @Test
  void factsOfInvokingPass() {
    var told = new CopyOnWriteArrayList<String>();
    var checks = Catalogue.only(List.of("I1.1", "I9.1", "I9.2", "R3.1"));

    var fidelity = conformance().run(checks, ended -> told.add(ended.id()));

    assertThat(fidelity.checks())
        .extracting(Checked::id)
        .containsExactly("R3.1", "I1.1", "I9.1", "I9.2");
    assertThat(fidelity.checks())
        .allSatisfy(check -> assertThat(check.status()).as(check.seen()).isEqualTo(Status.PASSED));
    assertThat(fidelity.endpoint()).startsWith("http://127.0.0.1:");
    assertThat(told).hasSize(4);
  }

  @Test
  void anotherAnswerIsADeviationThatShowsBoth() {
    var checked =
        one(
            Check.exact(
                "X1.1",
                "an invoke",
                "none",
                "\"on the moon\"",
                stage -> stage.function(Script.ECHO).invoke("\"here\"").payload().asUtf8String()));

    assertThat(checked.status()).isEqualTo(Status.FAILED);
    assertThat(checked.expected()).isEqualTo("\"on the moon\"");
    assertThat(checked.seen()).isEqualTo("\"here\"");
  }

  @Test
  void anErrorThatNobodyExpectsIsADeviation() {
    var checked =
        one(
            Check.exact(
                "X1.2",
                "an unknown function",
                "none",
                "200",
                stage ->
                    stage.shown(
                        stage.clients().lambda().invoke(call -> call.functionName("nosuch")))));

    assertThat(checked.status()).isEqualTo(Status.FAILED);
    assertThat(checked.seen()).startsWith("404 ResourceNotFoundException {\"Message\":");
  }

  @Test
  void whatTheEndpointLacksIsUnsupported() {
    var checked =
        one(
            Check.exact(
                "X1.3",
                "an operation that is not there",
                "none",
                "200",
                stage ->
                    stage.refusal(
                        () -> stage.clients().lambda().listCodeSigningConfigs(list -> {}))));

    assertThat(checked.status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(checked.seen()).startsWith("501 ");
  }

  @Test
  void whateverACheckTripsOverIsADeviation() {
    var checked =
        one(
            Check.exact(
                "X1.4",
                "something unforeseen",
                "none",
                "200",
                stage -> {
                  throw new IllegalStateException("unforeseen");
                }));

    assertThat(checked.status()).isEqualTo(Status.FAILED);
    assertThat(checked.seen()).contains("unforeseen");
  }

  @Test
  void nothingThatChecksMadeIsLeft() {
    conformance().run(Catalogue.only(List.of("R3", "I1.1", "I7.1")), ended -> {});

    try (var clients = new AwsClients(target.access())) {
      assertThat(clients.lambda().listFunctions().functions())
          .extracting(function -> function.functionName())
          .noneMatch(name -> name.contains("-r3-") || name.contains("-i1-1"));
    }
  }

  @Test
  void checksThatAreAloneHaveNothingBesideThem() {
    var running = new java.util.concurrent.atomic.AtomicInteger();
    var most = new java.util.concurrent.atomic.AtomicInteger();
    var checks = new ArrayList<Check>();
    for (int i = 0; i < 4; i++) {
      checks.add(beside("X2." + i, running, most));
    }
    checks.add(
        Check.exact("X2.9", "alone", "none", "0", stage -> String.valueOf(running.get())).alone());

    var fidelity = conformance().run(checks, ended -> {});

    assertThat(fidelity.count(Status.PASSED)).isEqualTo(5);
    assertThat(most.get()).as("checks at once").isGreaterThan(1);
  }

  private static Check beside(
      String id,
      java.util.concurrent.atomic.AtomicInteger running,
      java.util.concurrent.atomic.AtomicInteger most) {
    return Check.exact(
        id,
        "beside others",
        "none",
        "done",
        stage -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          stage.clock().sleep(java.time.Duration.ofMillis(300));
          running.decrementAndGet();
          return "done";
        });
  }

  @Test
  void anEndpointThatDoesNotAnswerIsNamed() {
    var nowhere = EndpointTarget.of(URI.create("http://127.0.0.1:9"), Map.of());
    var conformance =
        new Conformance(
            nowhere,
            new WallClock(),
            new Conformance.Wish(1, 1, null, new Packages(folder, folder)));

    assertThatThrownBy(() -> conformance.run(Catalogue.only(List.of("R1.1")), ended -> {}))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("http://127.0.0.1:9 does not answer");
  }
}
