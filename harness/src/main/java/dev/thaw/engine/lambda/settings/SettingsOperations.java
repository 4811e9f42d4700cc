package dev.thaw.engine.lambda.settings;

import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import java.util.List;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

/** Operations on an account's settings, and on recursion and the updates of runtimes. */
public final class SettingsOperations implements OperationGroup {
  private static final String RECURSION = "/2024-08-31/functions/{FunctionName}/recursion-config";
  private static final String RUNTIME =
      "/2021-07-20/functions/{FunctionName}/runtime-management-config";

  private static final Constraints BY_NAME =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME));

  // Recorded 2025-11-25: localstack test_put_function_recursion_config_invalid_value.
  private static final Constraints PUT_RECURSION =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          required("RecursiveLoop"),
          oneOf("RecursiveLoop", List.of("Terminate", "Allow")));

  private static final Constraints PUT_RUNTIME =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          required("UpdateRuntimeOn"),
          oneOf("UpdateRuntimeOn", List.of("Auto", "Manual", "FunctionUpdate")),
          longest("RuntimeVersionArn", 2048));

  private final Lambda lambda;
  private final GetAccountSettings account;
  private final FunctionSettings<RecursiveLoop> loops = new FunctionSettings<>();
  private final FunctionSettings<UpdateRuntimeOn> updates = new FunctionSettings<>();

  private SettingsOperations(Lambda lambda, GetAccountSettings account) {
    this.lambda = lambda;
    this.account = account;
  }

  /** For those accounts; {@code layers} tells how many bytes of layers an account has. */
  public static SettingsOperations create(
      Lambda lambda, Accounts accounts, ToLongFunction<Caller> layers) {
    var usage = new CodeUsage(lambda.functions(), layers);
    var operations = new SettingsOperations(lambda, new GetAccountSettings(usage, accounts));
    lambda.listeners().add(operations.loops);
    lambda.listeners().add(operations.updates);
    return operations;
  }

  @Override
  public RestTable addTo(RestTable table) {
    return runtime(recursion(table))
        .with(
            "GET",
            "/2016-08-19/account-settings",
            Binding.of("GetAccountSettings", GetAccountSettingsRequest::builder, account));
  }

  private RestTable recursion(RestTable table) {
    return table
        .with(
            "PUT",
            RECURSION,
            Binding.of(
                    "PutFunctionRecursionConfig",
                    PutFunctionRecursionConfigRequest::builder,
                    new PutFunctionRecursionConfig(lambda.functions(), loops))
                .constraints(PUT_RECURSION))
        .with(
            "GET",
            RECURSION,
            Binding.of(
                    "GetFunctionRecursionConfig",
                    GetFunctionRecursionConfigRequest::builder,
                    new GetFunctionRecursionConfig(lambda.functions(), loops))
                .constraints(BY_NAME));
  }

  private RestTable runtime(RestTable table) {
    return table
        .with(
            "PUT",
            RUNTIME,
            Binding.of(
                    "PutRuntimeManagementConfig",
                    PutRuntimeManagementConfigRequest::builder,
                    new PutRuntimeManagementConfig(lambda, updates))
                .constraints(PUT_RUNTIME))
        .with(
            "GET",
            RUNTIME,
            Binding.of(
                    "GetRuntimeManagementConfig",
                    GetRuntimeManagementConfigRequest::builder,
                    new GetRuntimeManagementConfig(lambda, updates))
                .constraints(BY_NAME));
  }
}
