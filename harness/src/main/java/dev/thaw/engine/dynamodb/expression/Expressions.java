package dev.thaw.engine.dynamodb.expression;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.dynamodb.item.KeySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the expressions of one request. Its user reads all that the request has and then
 * {@linkplain #end ends}, so that names and values are found which none of them uses.
 */
public final class Expressions {
  private final Placeholders placeholders;

  private Expressions(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /** The names and values of a request; those it lacks are empty and not {@code hasNames}. */
  public record Attributes(
      boolean hasNames,
      Map<String, String> names,
      boolean hasValues,
      Map<String, AttributeValue> values) {}

  /** The parameters of an operation that can hold expressions, as far as the request has them. */
  public record Parameter(ExpressionKind kind, @Nullable String text) {
    private Optional<String> given() {
      return Optional.ofNullable(text);
    }
  }

  public static Expressions of(Attributes attributes, Parameter... parameters) {
    if (Stream.of(parameters).allMatch(parameter -> parameter.given().isEmpty())) {
      checkNone(attributes, parameters);
    }
    if (attributes.hasNames() && attributes.names().isEmpty()) {
      throw invalid("ExpressionAttributeNames must not be empty");
    }
    if (attributes.hasValues() && attributes.values().isEmpty()) {
      throw invalid("ExpressionAttributeValues must not be empty");
    }
    return new Expressions(Placeholders.of(attributes.names(), attributes.values()));
  }

  private static void checkNone(Attributes attributes, Parameter... parameters) {
    if (attributes.hasNames()) {
      throw invalid("ExpressionAttributeNames can only be specified when using expressions");
    }
    if (attributes.hasValues()) {
      throw invalid(
          "ExpressionAttributeValues can only be specified when using expressions: "
              + absent(List.of(parameters)));
    }
  }

  private static String absent(List<Parameter> parameters) {
    var names = new ArrayList<String>();
    for (var parameter : parameters) {
      if (parameter.kind() != ExpressionKind.PROJECTION) {
        names.add(parameter.kind().parameter());
      }
    }
    return String.join(" and ", names) + (names.size() == 1 ? " is null" : " are null");
  }

  /** What an absent condition says holds always. */
  public Condition condition(ExpressionKind kind, @Nullable String text) {
    return text == null ? Condition.ALWAYS : ConditionParser.parse(kind, text, placeholders);
  }

  /** A filter of a query, which says nothing of keys. */
  public Condition filter(@Nullable String text, KeySchema schema) {
    return text == null
        ? Condition.ALWAYS
        : ConditionParser.parseFilter(text, placeholders, schema);
  }

  public KeyCondition keyCondition(String text, KeySchema schema) {
    return KeyCondition.of(
        ConditionParser.parse(ExpressionKind.KEY_CONDITION, text, placeholders), schema);
  }

  /** What an absent update does is nothing. */
  public Update update(@Nullable String text) {
    return text == null ? Update.NOTHING : UpdateParser.parse(text, placeholders);
  }

  public Optional<Projection> projection(@Nullable String text) {
    return text == null ? Optional.empty() : Optional.of(Projection.parse(text, placeholders));
  }

  public void end() {
    placeholders.checkAllUsed();
  }
}
