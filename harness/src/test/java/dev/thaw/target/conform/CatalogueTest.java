package dev.thaw.target.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueTest {
  /** The facts as the tables of recordings number them. */
  static Stream<String> facts() {
    return Stream.of(
            numbered("R", 12),
            numbered("P", 16),
            numbered("I", 14),
            numbered("A", 6),
            numbered("K", 9),
            numbered("D", 6),
            numbered("S", 4))
        .flatMap(facts -> facts);
  }

  private static Stream<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void everyFactHasACheck(String fact) {
    assertThat(Catalogue.only(List.of(fact))).isNotEmpty();
  }

  @Test
  void everyCheckBelongsToAFact() {
    var facts = facts().collect(Collectors.toSet());
    assertThat(Catalogue.all()).allSatisfy(check -> assertThat(facts).contains(check.fact()));
  }

  @Test
  void noIdIsUsedTwice() {
    assertThat(Catalogue.all()).extracting(Check::id).doesNotHaveDuplicates();
  }

  @Test
  void everyCheckSaysWhatItIsAboutAndWhereItIsFrom() {
    assertThat(Catalogue.all())
        .allSatisfy(
            check -> {
              assertThat(check.id()).matches("[RPIAKDS]\\d+\\.\\d+");
              assertThat(check.what()).isNotBlank().doesNotContain("\n");
              assertThat(check.expected()).isNotBlank();
              assertThat(check.source())
                  .matches("localstack .*|https://docs\\.aws\\.amazon\\.com/.*|floci issue \\d+.*");
            });
  }

  @Test
  void aCheckIsFoundByItsIdAndByItsFact() {
    assertThat(Catalogue.only(List.of("R1.1"))).extracting(Check::id).containsExactly("R1.1");
    assertThat(Catalogue.only(List.of("R1"))).extracting(Check::id).containsExactly("R1.1", "R1.2");
    assertThat(Catalogue.has("R1")).isTrue();
    assertThat(Catalogue.has("R")).isFalse();
    assertThat(Catalogue.has("R99.1")).isFalse();
  }

  @Test
  void whatIsNotHeldToHasReasons() {
    assertThat(Unrecorded.all())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            item -> {
              assertThat(item.what()).isNotBlank();
              assertThat(item.why()).isNotBlank();
            });
  }
}
