package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.FunctionOperations;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsRequest;
import software.amazon.awssdk.services.lambda.model.ListLayersRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.RemoveLayerVersionPermissionRequest;

/** Operations on layers and their policies. */
public record LayerOperations(Lambda lambda) implements OperationGroup {
  private static final String LAYERS = "/2018-10-31/layers";
  private static final String VERSIONS = LAYERS + "/{LayerName}/versions";
  private static final String VERSION = VERSIONS + "/{VersionNumber}";
  private static final String POLICY = VERSION + "/policy";

  @Override
  public RestTable addTo(RestTable table) {
    return policies(lists(versions(table)));
  }

  private RestTable versions(RestTable table) {
    var get = new GetLayerVersion(lambda.layers());
    return table
        .with(
            "POST",
            VERSIONS,
            Binding.of(
                    "PublishLayerVersion",
                    PublishLayerVersionRequest::builder,
                    new PublishLayerVersion(lambda))
                .constraints(LayerConstraints.PUBLISH)
                .limit(FunctionOperations.packages("PublishLayerVersion"))
                .status(201))
        .with(
            "GET",
            VERSION,
            Binding.of("GetLayerVersion", GetLayerVersionRequest::builder, get)
                .constraints(LayerConstraints.BY_NAME))
        .with(
            "GET",
            LAYERS + "?find=LayerVersion",
            Binding.of(
                    "GetLayerVersionByArn",
                    GetLayerVersionByArnRequest::builder,
                    new GetLayerVersionByArn(get))
                .constraints(LayerConstraints.BY_ARN))
        .with(
            "DELETE",
            VERSION,
            Binding.of(
                    "DeleteLayerVersion",
                    DeleteLayerVersionRequest::builder,
                    new DeleteLayerVersion(lambda.layers()))
                .constraints(LayerConstraints.BY_NAME)
                .status(204));
  }

  private RestTable lists(RestTable table) {
    return table
        .with(
            "GET",
            LAYERS,
            Binding.of("ListLayers", ListLayersRequest::builder, new ListLayers(lambda.layers()))
                .constraints(LayerConstraints.LIST))
        .with(
            "GET",
            VERSIONS,
            Binding.of(
                    "ListLayerVersions",
                    ListLayerVersionsRequest::builder,
                    new ListLayerVersions(lambda.layers()))
                .constraints(LayerConstraints.LIST));
  }

  private RestTable policies(RestTable table) {
    return table
        .with(
            "POST",
            POLICY,
            Binding.of(
                    "AddLayerVersionPermission",
                    AddLayerVersionPermissionRequest::builder,
                    new AddLayerVersionPermission(lambda))
                .constraints(LayerConstraints.PERMISSION)
                .status(201))
        .with(
            "GET",
            POLICY,
            Binding.of(
                    "GetLayerVersionPolicy",
                    GetLayerVersionPolicyRequest::builder,
                    new GetLayerVersionPolicy(lambda.layers()))
                .constraints(LayerConstraints.BY_NAME))
        .with(
            "DELETE",
            POLICY + "/{StatementId}",
            Binding.of(
                    "RemoveLayerVersionPermission",
                    RemoveLayerVersionPermissionRequest::builder,
                    new RemoveLayerVersionPermission(lambda))
                .constraints(LayerConstraints.BY_NAME)
                .status(204));
  }
}
