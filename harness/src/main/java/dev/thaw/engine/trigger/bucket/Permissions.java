package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.lambda.function.FunctionReference;

/** Whether a function's resource policy lets S3 invoke it for a bucket. */
@FunctionalInterface
public interface Permissions {
  boolean mayInvoke(FunctionReference function, String account, String bucketArn);
}
