package dev.thaw.engine.dynamodb.item;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types of attribute values, and what update expressions call them in errors:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html.
 */
public enum AttributeType {
  S("STRING"),
  N("NUMBER"),
  B("BINARY"),
  SS("STRING_SET"),
  NS("NUMBER_SET"),
  BS("BINARY_SET"),
  M("MAP"),
  L("LIST"),
  BOOL("BOOLEAN"),
  NULL("NULL");

  private final String title;

  AttributeType(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }

  /** Whether values of it have an order, and can be keys. */
  public boolean isOrdered() {
    return this == S || this == N || this == B;
  }

  public static Optional<AttributeType> of(String name) {
    return Stream.of(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
