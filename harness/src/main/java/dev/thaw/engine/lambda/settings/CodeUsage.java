package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.Functions;
import dev.thaw.engine.lambda.function.Pages;
import dev.thaw.engine.protocol.Caller;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * How much code an account has in a region: that of {@code $LATEST} and of each published version,
 * and {@code layers}'; recorded 2025-11-25, localstack test_account_settings_total_code_size.
 */
record CodeUsage(Functions functions, ToLongFunction<Caller> layers) {
  long functions(Caller owner) {
    return functions.of(owner).count();
  }

  long bytes(Caller owner) {
    return layers.applyAsLong(owner)
        + functions
            .of(owner)
            .flatMap(Pages::versions)
            .mapToLong(FunctionConfiguration::codeSize)
            .sum();
  }
}
