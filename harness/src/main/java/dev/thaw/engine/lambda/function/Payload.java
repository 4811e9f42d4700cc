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
}
