package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;

/** Operations on published versions and aliases. */
public record VersionOperations(Lambda lambda) implements OperationGroup {
  private static final String FUNCTION = "/2015-03-31/functions/{FunctionName}";
  private static final String VERSIONS = FUNCTION + "/versions";
  private static final String ALIASES = FUNCTION + "/aliases";
  private static final String ALIAS = ALIASES + "/{Name}";

  @Override
  public RestTable addTo(RestTable table) {
    return aliases(
        table
            .with(
                "POST",
                VERSIONS,
                Binding.of(
                        "PublishVersion",
                        PublishVersionRequest::builder,
                        new PublishVersion(lambda))
                    .constraints(VersionConstraints.PUBLISH)
                    .status(201))
            .with(
                "GET",
                VERSIONS,
                Binding.of(
                        "ListVersionsByFunction",
                        ListVersionsByFunctionRequest::builder,
                        new ListVersionsByFunction(lambda))
                    .constraints(VersionConstraints.LIST)));
  }

  private RestTable aliases(RestTable table) {
    return table
        .with(
            "POST",
            ALIASES,
            Binding.of("CreateAlias", CreateAliasRequest::builder, new CreateAlias(lambda))
                .constraints(VersionConstraints.CREATE_ALIAS)
                .status(201))
        .with(
            "GET",
            ALIASES,
            Binding.of("ListAliases", ListAliasesRequest::builder, new ListAliases(lambda))
                .constraints(VersionConstraints.LIST))
        .with(
            "GET",
            ALIAS,
            Binding.of("GetAlias", GetAliasRequest::builder, new GetAlias(lambda))
                .constraints(VersionConstraints.ALIAS_BY_NAME))
        .with(
            "PUT",
            ALIAS,
            Binding.of("UpdateAlias", UpdateAliasRequest::builder, new UpdateAlias(lambda))
                .constraints(VersionConstraints.UPDATE_ALIAS))
        .with(
            "DELETE",
            ALIAS,
            Binding.of("DeleteAlias", DeleteAliasRequest::builder, new DeleteAlias(lambda))
                .constraints(VersionConstraints.ALIAS_BY_NAME)
                .status(204));
  }
}
