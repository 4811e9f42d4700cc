package dev.thaw.engine.dynamodb;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.dynamodb.table.Table;
import dev.thaw.engine.dynamodb.table.Tables;
import dev.thaw.engine.protocol.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;

/**
 * Tags of tables:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.Operations.html.
 */
record ResourceTags(Tables tables) {
  private Table table(Call call, String arn) {
    if (!arn.startsWith("arn:")) {
      throw DynamoDbError.invalid("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
    }
    return tables
        .find(TableArn.of(call.caller(), arn))
        .orElseThrow(
            () ->
                DynamoDbError.RESOURCE_NOT_FOUND.because(
                    "Requested resource not found: ResourcArn: " + arn + " not found"));
  }

  TagResourceResponse tag(Call call, TagResourceRequest request) {
    change(table(call, request.resourceArn()), Tags.read(request.tags()), List.of());
    return TagResourceResponse.builder().build();
  }

  UntagResourceResponse untag(Call call, UntagResourceRequest request) {
    change(table(call, request.resourceArn()), new HashMap<>(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  private static void change(Table table, Map<String, String> more, List<String> without) {
    var unused =
        table.alone(
            () -> {
              var tags = new HashMap<>(table.settings().tags());
              tags.putAll(more);
              without.forEach(tags::remove);
              table.settings(table.settings().withTags(tags));
              return tags;
            });
  }

  ListTagsOfResourceResponse list(Call call, ListTagsOfResourceRequest request) {
    var tags = new TreeMap<>(table(call, request.resourceArn()).settings().tags());
    return ListTagsOfResourceResponse.builder()
        .tags(
            tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
