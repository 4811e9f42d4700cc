package dev.thaw.engine.dynamodb.table;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * What of a table was asked for and says nothing about its items.
 *
 * @param readUnits per second, where they are provisioned; else 0
 * @param writeUnits per second, where they are provisioned; else 0
 */
public record TableSettings(
    List<AttributeDefinition> definitions,
    List<KeySchemaElement> keys,
    BillingMode billing,
    long readUnits,
    long writeUnits,
    boolean isDeletionProtected,
    Map<String, String> tags) {
  public TableSettings {
    definitions = List.copyOf(definitions);
    keys = List.copyOf(keys);
    tags = Map.copyOf(tags);
  }

  public TableSettings withBilling(BillingMode other, long reads, long writes) {
    return new TableSettings(definitions, keys, other, reads, writes, isDeletionProtected, tags);
  }

  public TableSettings withDeletionProtection(boolean other) {
    return new TableSettings(definitions, keys, billing, readUnits, writeUnits, other, tags);
  }

  public TableSettings withTags(Map<String, String> other) {
    return new TableSettings(
        definitions, keys, billing, readUnits, writeUnits, isDeletionProtected, other);
  }
}
