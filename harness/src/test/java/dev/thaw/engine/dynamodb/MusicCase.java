package dev.thaw.engine.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** One table with a sort key for all tests, of which each has a partition of its own. */
abstract class MusicCase {
  static final String TABLE = "music";

  @TempDir private static Path folder;
  private static EngineUnderTest engine;
  static DynamoDbClient dynamo;
  private static int partitions;

  String partition = "";

  @BeforeAll
  static void start() {
    engine = EngineUnderTest.start(folder);
    dynamo = engine.dynamoDb();
    TestTables.create(dynamo, TABLE, true);
  }

  @AfterAll
  static void stop() {
    dynamo.close();
    engine.close();
  }

  @BeforeEach
  void partition() {
    partition = "p" + partitions++;
  }

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(String number) {
    return AttributeValue.fromN(number);
  }

  Map<String, AttributeValue> key(int sort) {
    return Map.of("id", s(partition), "at", n(Integer.toString(sort)));
  }

  Map<String, AttributeValue> item(int sort, String name, AttributeValue value) {
    var item = new HashMap<>(key(sort));
    item.put(name, value);
    return item;
  }

  void put(int sort, String name, AttributeValue value) {
    dynamo.putItem(put -> put.tableName(TABLE).item(item(sort, name, value)));
  }

  static void assertInvalid(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
