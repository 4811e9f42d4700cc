package dev.thaw.target.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Answers as one line of text: the HTTP status, then the members that are set, by name. */
final class Shown {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Shown() {}

  /** A response with all its members. */
  static String response(SdkResponse response) {
    return response.sdkHttpResponse().statusCode() + " " + json(members(response));
  }

  /** A response with these of its members. */
  static String response(SdkResponse response, String... members) {
    var all = members(response);
    all.keySet().retainAll(List.of(members));
    return response.sdkHttpResponse().statusCode() + " " + json(all);
  }

  /** A structure by its members. */
  static String structure(SdkPojo structure) {
    return json(members(structure));
  }

  /**
   * An error: its status, its code, and the members of its body as they were on the wire; where
   * that is not JSON, the message.
   */
  static String error(AwsServiceException error) {
    var details = error.awsErrorDetails();
    if (details == null) {
      return error.statusCode() + " " + error.getMessage();
    }
    var start = error.statusCode() + " " + details.errorCode() + " ";
    var body = details.rawResponse() == null ? "" : details.rawResponse().asString(UTF_8);
    if (!body.startsWith("{")) {
      return start + details.errorMessage();
    }
    var members = new TreeMap<>(asMap(parsed(body)));
    members.remove("__type");
    members.remove("code");
    return start + json(members);
  }

  private static Map<String, Object> asMap(JsonNode node) {
    return JSON.convertValue(
        node, JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Object.class));
  }

  /** The JSON document with its members by name. */
  static String sorted(JsonNode node) {
    return node.isObject() ? json(asMap(node)) : json(JSON.convertValue(node, Object.class));
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new NotSeenException("this is no JSON: " + json);
    }
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> members(SdkPojo shape) {
    var members = new TreeMap<String, Object>();
    for (SdkField<?> field : shape.sdkFields()) {
      var value = value(field.getValueOrDefault(shape));
      if (value != null) {
        members.put(field.memberName(), value);
      }
    }
    return members;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
      return null;
    }
    if (value instanceof SdkPojo shape) {
      return members(shape);
    }
    if (value instanceof Instant) {
      return "<time>";
    }
    if (value instanceof SdkBytes bytes) {
      return bytes.asString(UTF_8);
    }
    if (value instanceof List<?> list) {
      var shown = new ArrayList<@Nullable Object>();
      list.forEach(element -> shown.add(value(element)));
      return shown;
    }
    if (value instanceof Map<?, ?> map) {
      var shown = new TreeMap<String, @Nullable Object>();
      map.forEach((key, entry) -> shown.put(String.valueOf(key), value(entry)));
      return shown;
    }
    return value;
  }
}
