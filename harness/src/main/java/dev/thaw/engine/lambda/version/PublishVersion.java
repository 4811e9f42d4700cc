package dev.thaw.engine.lambda.version;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.lambda.function.Publications;
import dev.thaw.engine.lambda.function.StoredFunction;
import dev.thaw.engine.lambda.function.Updates;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html. */
record PublishVersion(Lambda lambda)
    implements Operation<PublishVersionRequest, PublishVersionResponse> {
  @Override
  public PublishVersionResponse handle(Call call, PublishVersionRequest request) {
    if (request.publishToAsString() != null) {
      throw CommonError.notImplemented("The member PublishTo");
    }
    var reference = Unqualified.of(call, "PublishVersion", request.functionName());
    var function = lambda.functions().update(reference, old -> published(reference, request, old));
    var version = function.versions().newest().orElseThrow().version();
    return Shapes.copy(version.configuration(), PublishVersionResponse.builder())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), version))
        .build();
  }

  private StoredFunction published(
      FunctionReference reference, PublishVersionRequest request, StoredFunction old) {
    Updates.check(old, request.revisionId());
    checkCode(old.code().sha256(), request.codeSha256());
    return Publications.publish(lambda, reference, old, request.description());
  }

  /** Recorded 2025-11-25: test_publish_with_wrong_sha256. */
  private static void checkCode(String latest, @Nullable String wanted) {
    if (wanted != null && !wanted.isEmpty() && !wanted.equals(latest)) {
      throw LambdaError.invalid(
          ("CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try again"
                  + " with the CodeSHA256 in $LATEST.")
              .formatted(wanted, latest));
    }
  }
}
