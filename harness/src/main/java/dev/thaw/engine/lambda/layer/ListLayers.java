package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LayerName;
import dev.thaw.engine.lambda.function.Layers;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.ListLayersRequest;
import software.amazon.awssdk.services.lambda.model.ListLayersResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html. */
record ListLayers(Layers layers) implements Operation<ListLayersRequest, ListLayersResponse> {
  @Override
  public ListLayersResponse handle(Call call, ListLayersRequest request) {
    var compatible =
        new Compatibility(
            request.compatibleRuntimeAsString(), request.compatibleArchitectureAsString());
    var found = layers.of(call.caller()).stream().flatMap(layer -> item(layer, compatible));
    var page = Pages.of(found, LayersListItem::layerName, request.marker(), request.maxItems());
    return ListLayersResponse.builder().layers(page.items()).nextMarker(page.next()).build();
  }

  private Stream<LayersListItem> item(LayerName layer, Compatibility compatible) {
    return layers.versions(layer).stream()
        .filter(compatible::holds)
        .limit(1)
        .map(
            latest ->
                LayersListItem.builder()
                    .layerName(layer.name())
                    .layerArn(layer.arn())
                    .latestMatchingVersion(latest.description())
                    .build());
  }
}
