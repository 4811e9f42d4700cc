package dev.thaw.engine.dynamodb.item;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

/** A key attribute of a table, and how large its values may be. */
public record KeyAttribute(String name, AttributeType type, Role role) {
  /** What a key attribute is to its key. */
  public enum Role {
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    HASH(2048, "hashkey"),
    RANGE(1024, "rangekey");

    private final int mostBytes;
    private final String title;

    Role(int mostBytes, String title) {
      this.mostBytes = mostBytes;
      this.title = title;
    }
  }

  Value checked(Value value) {
    if (value.bytes() == 0) {
      throw invalid(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty %s value. Key: %s"
                  .formatted(value.type() == AttributeType.S ? "string" : "binary", name));
    }
    if (type != AttributeType.N && value.bytes() > role.mostBytes) {
      throw wrongValue(
          "Size of %s has exceeded the maximum size limit of%d bytes"
              .formatted(role.title, role.mostBytes));
    }
    return value;
  }
}
