package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html. */
record ListLayerVersions(Layers layers)
    implements Operation<ListLayerVersionsRequest, ListLayerVersionsResponse> {
  @Override
  public ListLayerVersionsResponse handle(Call call, ListLayerVersionsRequest request) {
    var compatible =
        new Compatibility(
            request.compatibleRuntimeAsString(), request.compatibleArchitectureAsString());
    var found =
        layers.versions(LayerReference.layer(call, request.layerName())).stream()
            .filter(compatible::holds)
            .map(LayerVersion::description);
    var page =
        Pages.of(found, ListLayerVersions::newestFirst, request.marker(), request.maxItems());
    return ListLayerVersionsResponse.builder()
        .layerVersions(page.items())
        .nextMarker(page.next())
        .build();
  }

  private static String newestFirst(LayerVersionsListItem version) {
    return "%019d".formatted(Long.MAX_VALUE - version.version());
  }
}
