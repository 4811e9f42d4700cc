package dev.thaw.engine.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Items through the AWS SDK: written, read, and refused. */
final class ItemsIT extends MusicCase {
  private Map<String, AttributeValue> get(int sort) {
    return dynamo.getItem(get -> get.tableName(TABLE).key(key(sort))).item();
  }

  private Map<String, AttributeValue> update(Consumer<UpdateItemRequest.Builder> details) {
    return dynamo
        .updateItem(
            update -> {
              update.tableName(TABLE).key(key(1)).returnValues(ReturnValue.ALL_NEW);
              details.accept(update);
            })
        .attributes();
  }

  @Test
  void givesBackEveryTypeAndNumbersInTheirNormalForm() {
    var map =
        AttributeValue.fromM(
            Map.of("list", AttributeValue.fromL(List.of(s("a"), AttributeValue.fromNul(true)))));
    put(1, "map", map);
    put(2, "number", n("-0012.500e2"));
    put(3, "set", AttributeValue.fromNs(List.of("2", "1.0")));
    put(4, "flag", AttributeValue.fromBool(false));

    assertThat(get(1)).containsEntry("map", map).containsAllEntriesOf(key(1));
    assertThat(get(2)).containsEntry("number", n("-1250"));
    assertThat(get(3)).containsEntry("set", AttributeValue.fromNs(List.of("1", "2")));
    assertThat(get(4)).containsEntry("flag", AttributeValue.fromBool(false));
    assertThat(get(5)).isEmpty();
  }

  @Test
  void putReplacesTheWholeItemAndCanGiveTheOldOne() {
    put(1, "a", s("old"));
    var old =
        dynamo
            .putItem(
                put ->
                    put.tableName(TABLE)
                        .item(item(1, "b", s("new")))
                        .returnValues(ReturnValue.ALL_OLD))
            .attributes();

    assertThat(old).isEqualTo(item(1, "a", s("old")));
    assertThat(get(1)).isEqualTo(item(1, "b", s("new")));
  }

  @Test
  void deleteGivesTheOldItemAndNothingForOneThatIsNotThere() {
    put(1, "a", s("x"));
    assertThat(delete()).isEqualTo(item(1, "a", s("x")));
    assertThat(delete()).isEmpty();
    assertThat(get(1)).isEmpty();
  }

  private Map<String, AttributeValue> delete() {
    return dynamo
        .deleteItem(delete -> delete.tableName(TABLE).key(key(1)).returnValues(ReturnValue.ALL_OLD))
        .attributes();
  }

  @Test
  void conditionsDecideAndShowTheItemThatTheyFailedWith() {
    put(1, "a", s("x"));
    Consumer<PutItemRequest.Builder> again =
        put ->
            put.tableName(TABLE)
                .item(item(1, "a", s("y")))
                .conditionExpression("attribute_not_exists(id)");

    assertThatThrownBy(() -> dynamo.putItem(again))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The conditional request failed");
              assertThat(e.item()).isEmpty();
            });
    assertThatThrownBy(
            () ->
                dynamo.putItem(
                    again.andThen(
                        put ->
                            put.returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD))))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> assertThat(e.item()).isEqualTo(item(1, "a", s("x"))));
    assertThat(get(1)).containsEntry("a", s("x"));
  }

  @Test
  void updateCreatesWhatIsNotThereAndCountsFromThenOn() {
    Consumer<UpdateItemRequest.Builder> count =
        update ->
            update
                .updateExpression("SET hits = if_not_exists(hits, :zero) + :one ADD words :word")
                .expressionAttributeValues(
                    Map.of(
                        ":zero", n("0"),
                        ":one", n("1"),
                        ":word", AttributeValue.fromSs(List.of("w"))));
    update(count);

    assertThat(update(count))
        .containsEntry("hits", n("2"))
        .containsEntry("words", AttributeValue.fromSs(List.of("w")))
        .hasSize(4);
  }

  @Test
  void updateReturnsWhatWasAskedFor() {
    put(1, "a", n("1"));
    assertThat(returned(ReturnValue.UPDATED_OLD)).isEqualTo(Map.of("a", n("1")));
    assertThat(returned(ReturnValue.UPDATED_NEW)).isEqualTo(Map.of("a", n("3")));
    assertThat(returned(ReturnValue.ALL_OLD)).isEqualTo(item(1, "a", n("3")));
    assertThat(returned(ReturnValue.ALL_NEW)).isEqualTo(item(1, "a", n("5")));
    assertThat(returned(ReturnValue.NONE)).isEmpty();
  }

  private Map<String, AttributeValue> returned(ReturnValue wanted) {
    return update(
        update ->
            update
                .updateExpression("ADD a :one")
                .expressionAttributeValues(Map.of(":one", n("1")))
                .returnValues(wanted));
  }

  @Test
  void transactionsDoAllOrNothing() {
    put(1, "a", s("x"));
    assertThatThrownBy(() -> transact("attribute_not_exists(a)"))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Transaction cancelled, please refer cancellation reasons for specific"
                          + " reasons [None, ConditionalCheckFailed]");
              assertThat(e.cancellationReasons().get(1).message())
                  .isEqualTo("The conditional request failed");
            });
    assertThat(get(2)).isEmpty();

    transact("attribute_exists(a)");
    var read =
        dynamo.transactGetItems(
            all ->
                all.transactItems(
                    read(one -> one.get(get -> get.tableName(TABLE).key(key(2)))),
                    read(one -> one.get(get -> get.tableName(TABLE).key(key(3))))));
    assertThat(read.responses())
        .extracting(ItemResponse::item)
        .containsExactly(item(2, "v", s("new")), Map.of());
  }

  @Test
  void aRepeatedTransactionIsDoneOnce() {
    count("token " + partition, "1");
    count("token " + partition, "1");
    count("other " + partition, "1");

    assertThat(get(1)).containsEntry("hits", n("2"));
    assertThatThrownBy(() -> count("token " + partition, "2"))
        .isInstanceOf(IdempotentParameterMismatchException.class);
  }

  private void count(String token, String by) {
    dynamo.transactWriteItems(
        all ->
            all.clientRequestToken(token)
                .transactItems(
                    write(
                        one ->
                            one.update(
                                update ->
                                    update
                                        .tableName(TABLE)
                                        .key(key(1))
                                        .updateExpression("ADD hits :by")
                                        .expressionAttributeValues(Map.of(":by", n(by)))))));
  }

  private void transact(String condition) {
    dynamo.transactWriteItems(
        all ->
            all.transactItems(
                write(one -> one.put(put -> put.tableName(TABLE).item(item(2, "v", s("new"))))),
                write(
                    one ->
                        one.conditionCheck(
                            check ->
                                check
                                    .tableName(TABLE)
                                    .key(key(1))
                                    .conditionExpression(condition)))));
  }

  @Test
  void wrongKeysAreRefused() {
    assertInvalid(
        () -> dynamo.putItem(put -> put.tableName(TABLE).item(Map.of("at", n("1")))),
        "One or more parameter values were invalid: Missing the key id in the item");
    assertInvalid(
        () -> dynamo.putItem(put -> put.tableName(TABLE).item(Map.of("id", s("a"), "at", s("1")))),
        "One or more parameter values were invalid: Type mismatch for key at expected: N actual: S");
    assertInvalid(
        () -> dynamo.getItem(get -> get.tableName(TABLE).key(Map.of("id", s("a")))),
        "The provided key element does not match the schema");
    assertInvalid(
        () -> dynamo.putItem(put -> put.tableName(TABLE).item(Map.of("id", s(""), "at", n("1")))),
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: id");
    assertInvalid(
        () ->
            dynamo.putItem(
                put -> put.tableName(TABLE).item(Map.of("id", s("x".repeat(2049)), "at", n("1")))),
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size"
            + " limit of2048 bytes");
    assertInvalid(
        () ->
            update(
                update ->
                    update
                        .updateExpression("SET id = :x")
                        .expressionAttributeValues(Map.of(":x", s("b")))),
        "One or more parameter values were invalid: Cannot update attribute id. This attribute is"
            + " part of the key");
  }

  /** 400 KB are 409,600 bytes, of which {@code id}, {@code at} and {@code v} are five. */
  @Test
  void itemsHaveAtMost400Kilobytes() {
    int rest = 409_600 - 5 - partition.length() - 2;
    put(1, "v", s("x".repeat(rest)));
    assertInvalid(
        () -> put(2, "v", s("x".repeat(rest + 1))),
        "Item size has exceeded the maximum allowed size");
    assertInvalid(
        () ->
            update(
                update ->
                    update
                        .updateExpression("SET w = :x")
                        .expressionAttributeValues(Map.of(":x", s("x")))),
        "Item size to update has exceeded the maximum allowed size");
  }

  @Test
  void legacyParametersAreRefusedByName() {
    assertThatThrownBy(
            () ->
                dynamo.putItem(
                    put ->
                        put.tableName(TABLE)
                            .item(key(1))
                            .expected(Map.of("a", ExpectedAttributeValue.builder().build()))))
        .isInstanceOfSatisfying(
            DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("The legacy parameter Expected");
  }

  @Test
  void everyWriteOfAnItemIsCountedWhoeverWrites() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i ->
                update(
                    update ->
                        update
                            .updateExpression("ADD hits :one")
                            .expressionAttributeValues(Map.of(":one", n("1")))));

    assertThat(get(1)).containsEntry("hits", n("200"));
  }

  private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> details) {
    return TransactWriteItem.builder().applyMutation(details).build();
  }

  private static TransactGetItem read(Consumer<TransactGetItem.Builder> details) {
    return TransactGetItem.builder().applyMutation(details).build();
  }
}
