package dev.thaw.engine.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** What a receipt handle says: which message, and the how-manieth receipt of it. */
record Receipt(String messageId, int number) {
  static Receipt parse(String handle) {
    try {
      var parts = new String(Base64.getDecoder().decode(handle), UTF_8).split(" ", -1);
      if (parts.length == 2) {
        return new Receipt(parts[0], Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the error, as any other text does.
    }
    throw SqsError.RECEIPT_HANDLE_IS_INVALID.exception(
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }

  String handle() {
    return Base64.getEncoder().encodeToString((messageId + " " + number).getBytes(UTF_8));
  }
}
