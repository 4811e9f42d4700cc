package dev.thaw;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor plan of DESIGN: an import only ever goes down, never up and never sideways. */
final class ArchitectureTest {
  private static final String ROOT = "dev.thaw.";

  private static final List<List<String>> FLOORS =
      List.of(
          List.of("invocation", "stats"),
          List.of("rules", "load", "results"),
          List.of("engine", "model", "report", "gate"),
          List.of("target"),
          List.of("experiment"),
          List.of("cli"));

  private static final JavaClasses HARNESS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .withImportOption(location -> !location.contains("sample-functions"))
          .importPackages("dev.thaw");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void importsOnlyGoDown(int floor) {
    for (String room : FLOORS.get(floor)) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(notBelow(floor, room))
          .allowEmptyShould(true)
          .check(HARNESS);
    }
  }

  private static String[] notBelow(int floor, String room) {
    var forbidden = new ArrayList<String>();
    for (int other = floor; other < FLOORS.size(); other++) {
      for (String neighbour : FLOORS.get(other)) {
        if (!neighbour.equals(room)) {
          forbidden.add(ROOT + neighbour + "..");
        }
      }
    }
    // The top floor's only room has nothing beside or above it.
    return forbidden.isEmpty() ? new String[] {"none"} : forbidden.toArray(new String[0]);
  }

  @Test
  void everyClassLivesOnAFloor() {
    var rooms = FLOORS.stream().flatMap(List::stream).map(room -> ROOT + room + "..").toList();
    classes().should().resideInAnyPackage(rooms.toArray(new String[0])).check(HARNESS);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.thaw.(**)").should().beFreeOfCycles().check(HARNESS);
  }

  @Test
  void sdkClientsAreUsedInTargetOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.thaw.target..")
        .should()
        .dependOnClassesThat(isSdkClient())
        .check(HARNESS);
  }

  @Test
  void sdkModelClassesAreUsedInTargetAndEngineOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.thaw.target..", "dev.thaw.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(HARNESS);
  }

  private static DescribedPredicate<JavaClass> isSdkClient() {
    return DescribedPredicate.describe(
        "are clients of the AWS SDK",
        type ->
            type.getPackageName().startsWith("software.amazon.awssdk.services")
                && type.getSimpleName().matches(".*Client(Builder)?"));
  }

  @Test
  void picocliIsUsedInCliOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.thaw.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(HARNESS);
  }

  @Test
  void onlyCliPrintsAndExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.thaw.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(HARNESS);
  }

  @Test
  void onlyTheClockTellsTimeAndSleeps() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.thaw.invocation.WallClock")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callConstructor(java.util.SplittableRandom.class)
        .orShould()
        .callMethod(RandomGenerator.class, "getDefault")
        .check(HARNESS);
  }
}
