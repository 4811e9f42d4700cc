package dev.thaw.engine.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.dynamodb.expression.Expressions.Attributes;
import dev.thaw.engine.dynamodb.expression.Expressions.Parameter;
import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ValueReader;
import dev.thaw.engine.protocol.AwsException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What expressions say of one item, and what AWS says of wrong ones. */
final class ExpressionsTest {
  private static final Map<String, String> NAMES =
      Map.of("#n", "name", "#d", "a.b", "#s", "status");

  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":one", AttributeValue.fromN("1"),
          ":two", AttributeValue.fromN("2.0"),
          ":text", AttributeValue.fromS("text"),
          ":te", AttributeValue.fromS("te"),
          ":list", AttributeValue.fromL(List.of(AttributeValue.fromN("9"))),
          ":map", AttributeValue.fromM(Map.of()),
          ":set", AttributeValue.fromSs(List.of("x", "y")),
          ":number", AttributeValue.fromS("N"));

  /** {@code {a: 1, t: "text", set: {"x"}, l: [1, 2, 3], m: {x: {y: 5}}, name: "n", "a.b": 7}}. */
  private static final Item ITEM =
      item(
          Map.of(
              "a", AttributeValue.fromN("1"),
              "t", AttributeValue.fromS("text"),
              "words", AttributeValue.fromSs(List.of("x")),
              "l", AttributeValue.fromL(List.of(n("1"), n("2"), n("3"))),
              "m", AttributeValue.fromM(Map.of("x", AttributeValue.fromM(Map.of("y", n("5"))))),
              "name", AttributeValue.fromS("n"),
              "a.b", n("7")));

  private static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  private static Item item(Map<String, AttributeValue> attributes) {
    return Item.of(ValueReader.read(attributes));
  }

  private static Expressions expressions(ExpressionKind kind, String text) {
    return Expressions.of(new Attributes(true, NAMES, true, VALUES), new Parameter(kind, text));
  }

  private static boolean holds(String condition) {
    return expressions(ExpressionKind.CONDITION, condition)
        .condition(ExpressionKind.CONDITION, condition)
        .holds(ITEM);
  }

  private static Map<String, AttributeValue> updated(String update) {
    return expressions(ExpressionKind.UPDATE, update).update(update).of(ITEM).shape();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = :one",
        "a <> :two",
        "a < :two AND t = :text",
        "a > :two OR t = :text",
        "NOT a > :two",
        "(a) = (:one)",
        "(a = :two OR (t = :text AND a = :one)) AND NOT (a = :two)",
        "a BETWEEN :one AND :two",
        "a IN (:two, :one)",
        "attribute_exists(m.x.y) AND attribute_not_exists(m.y)",
        "attribute_exists(l[2]) and attribute_not_exists(l[3])",
        "attribute_type(a, :number)",
        "begins_with(t, :te)",
        "contains(t, :te)",
        "contains(l, :one)",
        "size(l) > :two",
        ":one < size(t)",
        "#n <> :text",
        "#d > m.x.y",
        "nil <> :one",
        "l[0] = a"
      })
  void holdFor(String condition) {
    assertThat(holds(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = :text",
        "a < :text",
        "nil = :one",
        "nil < :one",
        "NOT (a = :one)",
        "a = :two OR t = :te AND a = :one",
        "begins_with(a, :te)",
        "contains(words, :text)",
        "size(a) = :one",
        "m.x.y.z = :one",
        "attribute_type(t, :number)"
      })
  void doNotHoldFor(String condition) {
    assertThat(holds(condition)).isFalse();
  }

  @Test
  void updateTakesAllValuesFromTheItemBefore() {
    assertThat(updated("SET a = a + :one, t = a REMOVE l[0], l[1] ADD words :set"))
        .containsEntry("a", n("2"))
        .containsEntry("t", n("1"))
        .containsEntry("l", AttributeValue.fromL(List.of(n("3"))))
        .containsEntry("words", AttributeValue.fromSs(List.of("x", "y")));
  }

  @Test
  void updateReachesIntoMapsAndListsAndAppendsBehindAListsEnd() {
    assertThat(updated("SET m.x.y = m.x.y - :two, l[7] = :one, m.z = :text, #d = :list"))
        .containsEntry(
            "m",
            AttributeValue.fromM(
                Map.of(
                    "x", AttributeValue.fromM(Map.of("y", n("3"))),
                    "z", AttributeValue.fromS("text"))))
        .containsEntry("l", AttributeValue.fromL(List.of(n("1"), n("2"), n("3"), n("1"))))
        .containsEntry("a.b", AttributeValue.fromL(List.of(n("9"))));
  }

  @Test
  void functionsOfUpdates() {
    assertThat(
            updated(
                "SET b = if_not_exists(a, :two), c = if_not_exists(nil, :two) + :one,"
                    + " l = list_append(:list, l)"))
        .containsEntry("b", n("1"))
        .containsEntry("c", n("3"))
        .containsEntry("l", AttributeValue.fromL(List.of(n("9"), n("1"), n("2"), n("3"))));
  }

  @Test
  void aSetIsGoneWhenItsLastElementIsDeleted() {
    assertThat(updated("DELETE words :set ADD nil :one"))
        .doesNotContainKey("words")
        .containsEntry("nil", n("1"));
  }

  @Test
  void sumsAreExactToThe38thDigit() {
    var values = Map.of(":big", n("12345678901234567890123456789012345678"), ":one", n("1"));
    var text = "SET a = :big + :one";
    var sum =
        Expressions.of(
                new Attributes(false, Map.of(), true, values),
                new Parameter(ExpressionKind.UPDATE, text))
            .update(text)
            .of(Item.EMPTY);

    assertThat(sum.shape()).containsEntry("a", n("12345678901234567890123456789012345679"));
  }

  @Test
  void projectionsKeepTheFormOfWhatTheyShow() {
    var text = "m.x.y, l[2], l[0], #n, nil";
    var projection = expressions(ExpressionKind.PROJECTION, text).projection(text).orElseThrow();

    assertThat(projection.of(ITEM).shape())
        .isEqualTo(
            Map.of(
                "m", AttributeValue.fromM(Map.of("x", AttributeValue.fromM(Map.of("y", n("5"))))),
                "l", AttributeValue.fromL(List.of(n("1"), n("3"))),
                "name", AttributeValue.fromS("n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "a = :one) | Syntax error; token: \")\", near: \":one)\"",
        "a-b = :one | Syntax error; token: \"-\", near: \"a-b\"",
        "a % :one | Syntax error; token: \"%\", near: \"a % :one\"",
        "name = :one | Attribute name is a reserved keyword; reserved keyword: name",
        "#x = :one | An expression attribute name used in the document path is not defined;"
            + " attribute name: #x",
        "a = :x | An expression attribute value used in expression is not defined; attribute value:"
            + " :x",
        "foo(a) | Invalid function name; function: foo",
        "if_not_exists(a, :one) = :one | The function is not allowed in a condition expression;"
            + " function: if_not_exists",
        "contains(a) | Incorrect number of operands for operator or function; operator or function:"
            + " contains, number of operands: 1",
        "attribute_exists(:one) | Operator or function requires a document path; operator or"
            + " function: attribute_exists",
        "begins_with(a, :one) | Incorrect operand type for operator or function; operator or"
            + " function: begins_with, operand type: N",
        "a < :map | Incorrect operand type for operator or function; operator or function: <,"
            + " operand type: M",
        "attribute_type(a, :text) | Invalid attribute type name found; type: text, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "a BETWEEN :two AND :one | The BETWEEN operator requires upper bound to be greater than or"
            + " equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound"
            + " operand: AttributeValue: {N:1}",
        "((a = :one)) | The expression has redundant parentheses;",
        "a = a | The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: =, first operand: [a]"
      })
  void wrongConditionsAreRefusedInAwsWords(String condition, String message) {
    assertRefused(() -> holds(condition), "Invalid ConditionExpression: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET | Syntax error; token: \"<EOF>\", near: \"SET\"",
        "PUT a = :one | Syntax error; token: \"PUT\", near: \"PUT a\"",
        "SET a = :one SET b = :one | The \"SET\" section can only be used once in an update"
            + " expression;",
        "SET a = :one, a = :two | Two document paths overlap with each other; must remove or rewrite"
            + " one of these paths; path one: [a], path two: [a]",
        "SET m.x = :one, m[0] = :two | Two document paths conflict with each other; must remove or"
            + " rewrite one of these paths; path one: [m, x], path two: [m, [0]]",
        "ADD a :text | Incorrect operand type for operator or function; operator: ADD, operand type:"
            + " STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "SET a = :text + :one | Incorrect operand type for operator or function; operator or"
            + " function: +, operand type: S",
        "SET a = foo(:one) | Invalid function name; function: foo"
      })
  void wrongUpdatesAreRefusedInAwsWords(String update, String message) {
    assertRefused(() -> updated(update), "Invalid UpdateExpression: " + message);
  }

  @Test
  void whatDoesNotFitTheItemIsRefused() {
    assertRefused(
        () -> updated("SET a = t + :one"),
        "An operand in the update expression has an incorrect data type");
    assertRefused(
        () -> updated("SET a = nil"),
        "The provided expression refers to an attribute that does not exist in the item");
    assertRefused(
        () -> updated("SET nil.x = :one"),
        "The document path provided in the update expression is invalid for update");
    assertRefused(
        () -> updated("ADD t :one"),
        "An operand in the update expression has an incorrect data type");
  }

  @Test
  void namesAndValuesMustBeUsedAndNeedAnExpression() {
    var text = "a = :one";
    var expressions = expressions(ExpressionKind.CONDITION, text);
    var unused = expressions.condition(ExpressionKind.CONDITION, text);
    assertRefused(
        expressions::end,
        "Value provided in ExpressionAttributeNames unused in expressions: keys: {#d, #n, #s}");
    assertRefused(
        () -> attributes(true, Map.of(), false, null),
        "ExpressionAttributeNames can only be specified when using expressions");
    assertRefused(
        () -> attributes(false, Map.of(), true, null),
        "ExpressionAttributeValues can only be specified when using expressions:"
            + " ConditionExpression is null");
    assertRefused(
        () -> attributes(true, Map.of(), false, text),
        "ExpressionAttributeNames must not be empty");
    assertRefused(
        () -> attributes(true, Map.of("a", "b"), false, text),
        "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"");
    assertRefused(
        () -> attributes(false, Map.of(), false, " "),
        "Invalid ConditionExpression: The expression can not be empty;");
  }

  private static void attributes(
      boolean hasNames, Map<String, String> names, boolean hasValues, @Nullable String text) {
    var unused =
        Expressions.of(
                new Attributes(hasNames, names, hasValues, Map.of()),
                new Parameter(ExpressionKind.CONDITION, text))
            .condition(ExpressionKind.CONDITION, text);
  }

  /** Neither time nor stack is used up by what a client may send. */
  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "size(", "a.", "a[", "((a = :one) AND "})
  void expressionsThatNestWithoutEndAreRefused(String part) {
    assertThatThrownBy(() -> holds(part.repeat(4096 / part.length())))
        .isInstanceOf(AwsException.class);
    assertThatThrownBy(() -> updated("SET a = " + "(".repeat(4000)))
        .isInstanceOf(AwsException.class);
    assertRefused(
        () -> holds("a".repeat(4097)),
        "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;"
            + " expression size: 4097");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.message()).isEqualTo(message);
              assertThat(e.code()).isEqualTo("ValidationException");
            });
  }
}
