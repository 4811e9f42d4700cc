package dev.thaw.gatling;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The payload of a stretch: {@code ${phase}} and {@code ${variant}} are filled in once, {@code
 * ${index}} for each request.
 */
final class PayloadTemplate {
  private static final Pattern INDEX = Pattern.compile("${index}", Pattern.LITERAL);

  private final String[] pieces;
  private final byte[] constant;

  PayloadTemplate(String text, String phase, String variant) {
    var filled = text.replace("${phase}", phase).replace("${variant}", variant);
    pieces = INDEX.split(filled, -1);
    constant = filled.getBytes(StandardCharsets.UTF_8);
  }

  byte[] bytes(long index) {
    return pieces.length == 1
        ? constant
        : String.join(Long.toString(index), pieces).getBytes(StandardCharsets.UTF_8);
  }
}
