package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.CodePackage;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LayerName;
import dev.thaw.engine.lambda.function.LayerVersion;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html. */
record PublishLayerVersion(Lambda lambda)
    implements Operation<PublishLayerVersionRequest, PublishLayerVersionResponse> {
  @Override
  public PublishLayerVersionResponse handle(Call call, PublishLayerVersionRequest request) {
    var layer = LayerReference.layer(call, request.layerName());
    var code = lambda.code().accept(lambda.source().read(request.content()));
    var version = lambda.layers().add(layer, number -> version(layer, number, request, code));
    return Shapes.copy(version.description(), PublishLayerVersionResponse.builder())
        .layerArn(layer.arn())
        .content(Content.of(call, version))
        .build();
  }

  private LayerVersion version(
      LayerName layer, long number, PublishLayerVersionRequest request, CodePackage code) {
    var description =
        Shapes.copy(request, LayerVersionsListItem.builder())
            .layerVersionArn(new LayerName.Versioned(layer, number).arn())
            .version(number)
            .description(Optional.ofNullable(request.description()).orElse(""))
            .createdDate(lambda.now())
            .build();
    return new LayerVersion(description, code, null);
  }
}
