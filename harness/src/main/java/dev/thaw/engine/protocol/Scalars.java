package dev.thaw.engine.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Single values as text: in paths, queries, headers, forms and XML elements. */
final class Scalars {
  private static final Map<MarshallingType<?>, Function<String, Object>> READERS =
      Map.of(
          MarshallingType.STRING, text -> text,
          MarshallingType.INTEGER, Integer::valueOf,
          MarshallingType.LONG, Long::valueOf,
          MarshallingType.SHORT, Short::valueOf,
          MarshallingType.FLOAT, Float::valueOf,
          MarshallingType.DOUBLE, Double::valueOf,
          MarshallingType.BIG_DECIMAL, BigDecimal::new,
          MarshallingType.BOOLEAN, Boolean::valueOf,
          MarshallingType.SDK_BYTES,
              text -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text)));

  private Scalars() {}

  static Object read(SdkField<?> field, String text, Format timestamps) {
    try {
      if (field.marshallingType() == MarshallingType.INSTANT) {
        return Timestamps.read(text, Timestamps.format(field, timestamps));
      }
      var reader = READERS.get(field.marshallingType());
      if (reader == null) {
        throw CommonError.malformed("The member " + field.memberName() + " has no text form");
      }
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw CommonError.malformed(
          "The value '" + text + "' of " + field.memberName() + " can not be converted");
    }
  }

  static String write(SdkField<?> field, Object value, Format timestamps) {
    if (value instanceof Instant instant) {
      return Timestamps.write(instant, Timestamps.format(field, timestamps));
    }
    if (value instanceof SdkBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
    return value.toString();
  }
}
