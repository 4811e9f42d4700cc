package dev.thaw.engine.dynamodb.item;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * DynamoDB's numbers: 38 significant digits, magnitudes from 1E-130 to 9.99...E+125.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">
 *     Data types</a>
 */
public final class Numbers {
  private static final int DIGITS = 38;
  private static final int GREATEST = 125;
  private static final int LEAST = -130;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?");
  // A longer mantissa would take long to convert; its zeros are no digits of the number.
  private static final Pattern NEEDLESS =
      Pattern.compile("^([-+]?)0++(?=\\d)|(\\.\\d*?)0++(?=$|[eE])");

  private Numbers() {}

  /** Reads a number as a request has it. */
  public static BigDecimal parse(String text) {
    var trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw DynamoDbError.invalid("The parameter cannot be converted to a numeric value");
    }
    if (!NUMBER.matcher(trimmed).matches()) {
      throw DynamoDbError.invalid("The parameter cannot be converted to a numeric value: " + text);
    }
    return checked(trimmed.length() > 2 * GREATEST ? shorter(trimmed) : new BigDecimal(trimmed));
  }

  private static BigDecimal shorter(String text) {
    var needed = NEEDLESS.matcher(text).replaceAll("$1$2");
    if (needed.length() > 4 * GREATEST) {
      throw tooManyDigits();
    }
    return new BigDecimal(needed);
  }

  /** The number itself, if DynamoDB can store it. */
  public static BigDecimal checked(BigDecimal number) {
    var normal = normal(number);
    var exponent = (long) normal.precision() - normal.scale() - 1;
    if (exponent > GREATEST) {
      throw DynamoDbError.invalid(
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range");
    }
    if (exponent < LEAST) {
      throw DynamoDbError.invalid(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (normal.precision() > DIGITS) {
      throw tooManyDigits();
    }
    return normal;
  }

  private static RuntimeException tooManyDigits() {
    return DynamoDbError.invalid("Attempting to store more than 38 significant digits in a Number");
  }

  static BigDecimal normal(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** A byte for two digits and one for the exponent; one more for a minus. */
  static int bytes(BigDecimal number) {
    return number.signum() == 0
        ? 1
        : (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
  }
}
