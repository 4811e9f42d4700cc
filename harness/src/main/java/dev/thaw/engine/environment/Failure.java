package dev.thaw.engine.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A function error: its type as the platform logs it, and the payload that the caller gets. */
record Failure(String errorType, byte[] payload) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PLATFORM_TYPE =
      Pattern.compile("(Runtime|Function)\\.[A-Z][a-zA-Z]+");

  /** The largest response: 6 MiB and 100 bytes; see {@link #responseTooLarge}. */
  static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

  /** What a runtime posted, under the error type of its header if that is one of Lambda's kind. */
  static Failure posted(String headerType, byte[] payload) {
    var type =
        PLATFORM_TYPE.matcher(headerType).find()
            ? headerType
            : headerType.startsWith("Function.") ? "Function.Unknown" : "Runtime.Unknown";
    return new Failure(type, payload);
  }

  /** Recorded 2025-11-25, localstack test_lambda_invoke_with_timeout. */
  static Failure timedOut(String requestId, long timeoutSeconds) {
    return ofPlatform(
        "Sandbox.Timedout",
        requestId,
        "Task timed out after %d.00 seconds".formatted(timeoutSeconds));
  }

  /** Recorded 2025-11-24, localstack test_lambda_runtime_exit and _wrapper_not_found. */
  static Failure exited(String requestId, ExitStatus status) {
    return ofPlatform("Runtime.ExitError", requestId, status.message());
  }

  /** An error of the platform about an invocation. */
  static Failure ofPlatform(String type, String requestId, String message) {
    return of(type, "RequestId: %s Error: %s".formatted(requestId, message));
  }

  /** Recorded 2025-11-24, localstack test_lambda_too_large_response. */
  static Failure responseTooLarge() {
    var payload = new LinkedHashMap<String, String>();
    payload.put(
        "errorMessage",
        "Response payload size exceeded maximum allowed payload size (%d bytes)."
            .formatted(MAX_RESPONSE_BYTES));
    payload.put("errorType", "Function.ResponseSizeTooLarge");
    return new Failure("Function.ResponseSizeTooLarge", json(payload));
  }

  static Failure of(String type, String message) {
    var payload = new LinkedHashMap<String, String>();
    payload.put("errorType", type);
    payload.put("errorMessage", message);
    return new Failure(type, json(payload));
  }

  private static byte[] json(Map<String, String> payload) {
    try {
      return JSON.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return errorType + " " + new String(payload, StandardCharsets.UTF_8);
  }
}
