package dev.thaw.engine.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.engine.protocol.AwsException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values: their normal form, size and order, and what is refused. */
final class ValueTest {
  private static Value n(String number) {
    return ValueReader.read(AttributeValue.fromN(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.00,0",
    "007.50,7.5",
    "1e3,1000",
    "-1.5E-3,-0.0015",
    ".5,0.5",
    "5.,5",
    "+1,1",
  })
  void numbersAreNormal(String given, String stored) {
    assertThat(n(given).shape().n()).isEqualTo(stored);
  }

  @Test
  void numbersReachFrom1Em130To9E125() {
    assertThat(n("9.9999999999999999999999999999999999999E+125").shape().n()).hasSize(126);
    assertThat(n("1E-130").shape().n()).endsWith("01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc | The parameter cannot be converted to a numeric value: abc",
        "1e | The parameter cannot be converted to a numeric value: 1e",
        "NaN | The parameter cannot be converted to a numeric value: NaN",
        "'' | The parameter cannot be converted to a numeric value",
        "1e126 | Number overflow. Attempting to store a number with magnitude larger than supported"
            + " range",
        "1e-131 | Number underflow. Attempting to store a number with magnitude smaller than"
            + " supported range",
        "1e99999 | Number overflow. Attempting to store a number with magnitude larger than"
            + " supported range",
        "123456789012345678901234567890123456789 | Attempting to store more than 38 significant"
            + " digits in a Number"
      })
  void otherNumbersAreRefused(String number, String message) {
    assertRefused(AttributeValue.fromN(number), message);
  }

  /** 16 MB of digits would take minutes to convert. */
  @Test
  void endlessNumbersAreRefusedAtOnce() {
    assertRefused(
        AttributeValue.fromN("1".repeat(16 << 20)),
        "Attempting to store more than 38 significant digits in a Number");
    assertThatThrownBy(() -> n("1e" + "9".repeat(1 << 20))).isInstanceOf(AwsException.class);
    assertThat(n("0".repeat(1 << 20) + "1." + "0".repeat(1 << 20)).shape().n()).isEqualTo("1");
  }

  @Test
  void valuesOfNoOrSeveralTypesAreRefused() {
    assertRefused(
        AttributeValue.builder().build(),
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    assertRefused(
        AttributeValue.builder().s("a").n("1").build(),
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
    assertRefused(
        AttributeValue.fromNul(false),
        "One or more parameter values were invalid: Null attribute value types must have the value"
            + " of true");
  }

  @Test
  void setsAreNeitherEmptyNorHaveDuplicates() {
    assertRefused(
        AttributeValue.fromSs(List.of()),
        "One or more parameter values were invalid: An string set  may not be empty");
    assertRefused(
        AttributeValue.fromNs(List.of()),
        "One or more parameter values were invalid: An number set  may not be empty");
    assertRefused(
        AttributeValue.fromBs(List.of()),
        "One or more parameter values were invalid: Binary sets should not be empty");
    assertRefused(
        AttributeValue.fromSs(List.of("a", "a")),
        "One or more parameter values were invalid: Input collection [a, a] contains duplicates.");
    assertRefused(
        AttributeValue.fromNs(List.of("1", "1.0")), "Input collection contains duplicates");
  }

  @Test
  void nestingEndsAt32Levels() {
    assertThat(ValueReader.read(nested(32)).type()).isEqualTo(AttributeType.L);
    assertThatThrownBy(() -> ValueReader.read(nested(33)))
        .hasMessageStartingWith("Nesting Levels have exceeded supported limits");
  }

  private static AttributeValue nested(int levels) {
    var value = AttributeValue.fromS("x");
    for (int level = 0; level < levels; level++) {
      value = AttributeValue.fromL(List.of(value));
    }
    return value;
  }

  private static void assertRefused(AttributeValue value, String message) {
    assertThatThrownBy(() -> ValueReader.read(value))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.message()).isEqualTo(message));
  }

  /** A byte for two digits, one for the exponent, one for a minus. */
  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "12,2", "123,3", "-123,4", "1000,2", "0.001,2"})
  void sizesOfNumbers(String number, int bytes) {
    assertThat(n(number).bytes()).isEqualTo(bytes);
  }

  /** Text 2 + name 1; list 3 + (1 + 1) + (1 + 2) + name 1; map 3 + 1 + (1 + 1) + name 1. */
  @Test
  void sizesOfItems() {
    var item =
        Item.of(
            ValueReader.read(
                Map.of(
                    "t", AttributeValue.fromS("é"),
                    "l",
                        AttributeValue.fromL(
                            List.of(AttributeValue.fromBool(true), AttributeValue.fromN("12"))),
                    "m", AttributeValue.fromM(Map.of("k", AttributeValue.fromNul(true))))));

    assertThat(item.bytes()).isEqualTo(3 + 9 + 7);
  }

  @Test
  void setsAreEqualWhateverTheirOrder() {
    assertThat(ValueReader.read(AttributeValue.fromNs(List.of("2", "1.0"))))
        .isEqualTo(ValueReader.read(AttributeValue.fromNs(List.of("1", "2"))));
  }

  /** U+FFFD is one unit of UTF-16 and U+1F600 two smaller ones; their UTF-8 is the other way. */
  @Test
  void textsAreInTheOrderOfTheirUtf8() {
    var small = new Value.Text("\uFFFD");
    var large = new Value.Text("\uD83D\uDE00");
    assertThat(Order.NATURAL.compare(small, large)).isNegative();
    assertThat(Order.NATURAL.compare(large, small)).isPositive();
    assertThat(Order.NATURAL.compare(new Value.Text("a"), new Value.Text("aa"))).isNegative();
    assertThat(
            Order.NATURAL.compare(
                new Value.Binary(SdkBytes.fromByteArray(new byte[] {1})),
                new Value.Binary(SdkBytes.fromByteArray(new byte[] {-1}))))
        .isNegative();
  }

  /** 4,000 keys in four segments: a thousand each, give or take five standard deviations of 27. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void keysAreSpreadOverSegments(int segment) {
    var count =
        IntStream.range(0, 4000)
            .mapToObj(i -> ItemKey.of(new Value.Text("key " + i), null))
            .filter(key -> key.segment(4) == segment)
            .count();

    assertThat((double) count).isCloseTo(1000, within(135.0));
  }
}
