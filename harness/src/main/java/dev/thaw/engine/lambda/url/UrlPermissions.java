package dev.thaw.engine.lambda.url;

import dev.thaw.engine.lambda.function.FunctionReference;

/** Whether a function's resource policy lets anybody call its URL of that authentication type. */
@FunctionalInterface
public interface UrlPermissions {
  boolean mayCall(FunctionReference function, String authType);
}
