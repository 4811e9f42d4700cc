package dev.thaw.engine.lambda.tag;

import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;

/**
 * Operations on tags, of those kinds of resources; {@code function} is the kind's name in an ARN.
 */
public record TagOperations(Map<String, Taggable> kinds) implements OperationGroup {
  private static final String TAGS = "/2017-03-31/tags/{Resource}";

  // Recorded 2025-11-25: localstack test_tag_exceptions.
  private static final String RESOURCE =
      "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:"
          + "(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)"
          + "|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]"
          + "{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)";

  private static final Constraints BY_RESOURCE =
      Constraints.of(longest("Resource", 256), pattern("Resource", RESOURCE));

  private static final Constraints TAG =
      Constraints.of(required("Tags"), longest("Resource", 256), pattern("Resource", RESOURCE));

  private static final Constraints UNTAG =
      Constraints.of(required("TagKeys"), longest("Resource", 256), pattern("Resource", RESOURCE));

  public TagOperations {
    kinds = Map.copyOf(kinds);
  }

  @Override
  public RestTable addTo(RestTable table) {
    var tagging = new Tagging(kinds);
    return table
        .with(
            "POST",
            TAGS,
            Binding.of("TagResource", TagResourceRequest::builder, new TagResource(tagging))
                .constraints(TAG)
                .status(204))
        .with(
            "GET",
            TAGS,
            Binding.of("ListTags", ListTagsRequest::builder, new ListTags(tagging))
                .constraints(BY_RESOURCE))
        .with(
            "DELETE",
            TAGS,
            Binding.of("UntagResource", UntagResourceRequest::builder, new UntagResource(tagging))
                .constraints(UNTAG)
                .status(204));
  }
}
