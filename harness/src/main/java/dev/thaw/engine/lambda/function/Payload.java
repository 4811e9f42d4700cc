package dev.thaw.engine.lambda.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An invocation's payload, which must be JSON; none at all is an empty object. */
public final class Payload {
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(UTF_8);
  private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(SIX_MEGABYTES).build())
          .build();

  private Payload() {}

  public static byte[] checked(byte[] payload) {
    if (payload.length == 0) {
      return EMPTY_OBJECT;
    }
    refuseControlByte(payload[0] & 0xff);
    try (var parser = JSON.createParser(payload)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return payload;
    } catch (JsonProcessingException e) {
      // Lambda parses with Jackson too; its words as recorded in
      // test_lambda_invoke_payload_encoding_error.
      throw LambdaError.INVALID_REQUEST_CONTENT.user(
          "Could not parse request body into json: Could not parse payload into json: "
              + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lambda's Jackson takes such a first byte for a character, ours for bad UTF-8; recorded
   * 2025-11-24, localstack test_lambda_invoke_payload_encoding_error.
   */
  private static void refuseControlByte(int first) {
    if (first >= 0x80 && first < 0xa0) {
      throw LambdaError.INVALID_REQUEST_CONTENT.user(
          ("Could not parse request body into json: Could not parse payload into json: Unexpected"
                  + " character ((CTRL-CHAR, code %d)): expected a valid value (JSON String, Number,"
                  + " Array, Object or token 'null', 'true' or 'false')\n at [Source: REDACTED"
                  + " (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1]")
              .formatted(first));
    }
  }
}
