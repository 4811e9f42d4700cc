package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html. */
record CreateFunction(Lambda lambda)
    implements Operation<CreateFunctionRequest, CreateFunctionResponse> {
  private static final int LONGEST_NAME = 64;
  private static final String[] LACKING = {"PublishTo", "CodeSigningConfigArn", "TenancyConfig"};

  @Override
  public CreateFunctionResponse handle(Call call, CreateFunctionRequest request) {
    var reference = FunctionReference.of(call, "CreateFunction", request.functionName(), null);
    check(reference, request);
    var settings = Shapes.copy(request, UpdateFunctionConfigurationRequest.builder()).build();
    var configuration = Configurations.defaults(reference.name());
    Configurations.apply(settings, configuration);
    var layers = lambda.layerUse().take(reference.name(), request.layers());
    var code = code(request, layers);
    configuration.layers(layers.isEmpty() ? null : LayerUse.shown(layers));
    var pending = pending(request, configuration, code);
    var isPublished = Boolean.TRUE.equals(request.publish());
    var created = isPublished ? Publications.publishPending(lambda, pending) : pending;
    try {
      lambda.functions().add(reference.name(), created);
    } catch (AwsException exists) {
      created.packages().forEach(lambda.code()::release);
      throw exists;
    }
    lambda.deployments().begin(reference.name(), created);
    return response(reference, created);
  }

  /** The package with its layers, held once; in any other case the layers are let go. */
  private CodePackage code(CreateFunctionRequest request, List<LayerVersion> layers) {
    try {
      var code = lambda.code().accept(lambda.source().read(request.code()));
      try {
        return LayerUse.join(code, layers.stream().map(LayerVersion::code).toList());
      } catch (AwsException tooLarge) {
        lambda.code().release(code);
        throw tooLarge;
      }
    } catch (AwsException refusal) {
      lambda.layerUse().release(layers);
      throw refusal;
    }
  }

  /**
   * Of the function, or of the version that was published with it, in either case without a
   * qualifier: recorded 2025-11-25, test_publish_version_on_create.
   */
  private CreateFunctionResponse response(FunctionReference reference, StoredFunction created) {
    var version = created.versions().stream().findFirst().orElse(created.latest());
    return Shapes.copy(version.configuration(), CreateFunctionResponse.builder())
        .functionArn(reference.name().arn())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), version))
        .build();
  }

  private void check(FunctionReference reference, CreateFunctionRequest request) {
    var name = reference.name().name();
    if (name.length() > LONGEST_NAME) {
      // Recorded 2025-11-25 under this code: test_function_arns.
      throw LambdaError.invalid(
          ("1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint:"
                  + " Member must have length less than or equal to %d")
              .formatted(name, LONGEST_NAME));
    }
    Tags.checked(request.tags());
    Unsupported.refuse(request, LACKING);
    Configurations.refuseImage(request.packageTypeAsString());
    if (request.runtimeAsString() == null || request.handler() == null) {
      throw LambdaError.invalid(
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
  }

  private StoredFunction pending(
      CreateFunctionRequest request,
      FunctionConfiguration.Builder configuration,
      CodePackage code) {
    var revision = lambda.ids().get();
    return new StoredFunction(
        configuration
            .architecturesWithStrings(
                request.hasArchitectures() ? request.architecturesAsStrings() : List.of("x86_64"))
            .codeSha256(code.sha256())
            .codeSize(code.size())
            .state(State.PENDING)
            .stateReason(Deployments.REASON)
            .stateReasonCode(Deployments.REASON_CODE)
            .lastModified(lambda.now())
            .revisionId(revision)
            .build(),
        code,
        revision,
        request.tags(),
        null,
        PublishedVersions.NONE,
        Map.of());
  }
}
