package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;
import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import dev.thaw.engine.dynamodb.item.AttributeType;
import dev.thaw.engine.dynamodb.item.KeyAttribute;
import dev.thaw.engine.dynamodb.item.KeySchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Checks a new table's key against its attribute definitions. */
final class KeySchemas {
  private KeySchemas() {}

  static KeySchema read(List<KeySchemaElement> keys, List<AttributeDefinition> definitions) {
    checkRoles(keys);
    var types = types(definitions);
    var names = keys.stream().map(KeySchemaElement::attributeName).toList();
    if (!types.keySet().containsAll(names)) {
      throw wrongValue(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s,"
                  .formatted(names)
              + " AttributeDefinitions: "
              + List.copyOf(types.keySet()));
    }
    if (types.size() != names.size()) {
      throw wrongValue(
          "Number of attributes in KeySchema does not exactly match number of attributes defined in"
              + " AttributeDefinitions");
    }
    return new KeySchema(
        attribute(names.get(0), types, KeyAttribute.Role.HASH),
        names.stream()
            .skip(1)
            .findFirst()
            .map(name -> attribute(name, types, KeyAttribute.Role.RANGE)));
  }

  private static void checkRoles(List<KeySchemaElement> keys) {
    if (keys.isEmpty() || keys.size() > 2) {
      throw invalid(
          "1 validation error detected: Value '%s' at 'keySchema' failed to satisfy constraint:"
                  .formatted(keys)
              + " Member must have length "
              + (keys.isEmpty() ? "greater than or equal to 1" : "less than or equal to 2"));
    }
    if (keys.get(0).keyType() != KeyType.HASH) {
      throw invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (keys.size() == 2) {
      if (keys.get(0).attributeName().equals(keys.get(1).attributeName())) {
        throw invalid(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name");
      }
      if (keys.get(1).keyType() != KeyType.RANGE) {
        throw invalid("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
      }
    }
  }

  private static Map<String, AttributeType> types(List<AttributeDefinition> definitions) {
    var types = new LinkedHashMap<String, AttributeType>();
    for (var definition : definitions) {
      var type =
          Optional.ofNullable(definition.attributeTypeAsString())
              .flatMap(AttributeType::of)
              .filter(AttributeType::isOrdered);
      if (type.isEmpty()) {
        throw invalid(
            "1 validation error detected: Value '%s' at 'attributeDefinitions.%d.member.attributeType'"
                    .formatted(
                        definition.attributeTypeAsString(), definitions.indexOf(definition) + 1)
                + " failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]");
      }
      if (types.put(definition.attributeName(), type.orElseThrow()) != null) {
        throw wrongValue(
            "Duplicate AttributeName in AttributeDefinitions: " + definition.attributeName());
      }
    }
    return types;
  }

  private static KeyAttribute attribute(
      String name, Map<String, AttributeType> types, KeyAttribute.Role role) {
    return new KeyAttribute(name, Optional.ofNullable(types.get(name)).orElseThrow(), role);
  }
}
