package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;

/** A function URL: its id, whom it invokes, and its configuration in Lambda's own shape. */
record FunctionUrl(String id, FunctionReference function, FunctionUrlConfig config) {
  FunctionUrl with(FunctionUrlConfig other) {
    return new FunctionUrl(id, function, other);
  }
}
