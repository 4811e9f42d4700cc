package dev.thaw.engine.lambda.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Unsupported;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** What a configuration must and may hold, and what Lambda adds where a caller says nothing. */
public final class Configurations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_ENVIRONMENT = 4096;

  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_LAMBDA_RUNTIME_API",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  /** Members that would change what a function does, and that this engine does not act on. */
  private static final String[] LACKING = {
    "FileSystemConfigs", "ImageConfig", "CapacityProviderConfig", "DurableConfig"
  };

  private Configurations() {}

  /** What a new function is made of before anything of the request is taken over. */
  static FunctionConfiguration.Builder defaults(FunctionName name) {
    return FunctionConfiguration.builder()
        .functionName(name.name())
        .functionArn(name.arn())
        .version(FunctionReference.LATEST)
        .description("")
        .memorySize(128)
        .timeout(3)
        .packageType(PackageType.ZIP)
        .architectures(Architecture.X86_64)
        .ephemeralStorage(storage -> storage.size(512))
        .tracingConfig(tracing -> tracing.mode("PassThrough"))
        .snapStart(
            snapStart ->
                snapStart.applyOn("None").optimizationStatus(SnapStartOptimizationStatus.OFF))
        .loggingConfig(logging -> logging.logFormat("Text").logGroup(logGroup(name)));
  }

  /** Where a function logs unless it says otherwise. */
  static String logGroup(FunctionName name) {
    return "/aws/lambda/" + name.name();
  }

  /** Without the states, as lists have it (recorded 2025-11-25, test_list_functions). */
  public static FunctionConfiguration withoutStatus(FunctionConfiguration configuration) {
    return configuration.toBuilder()
        .state((String) null)
        .stateReason(null)
        .stateReasonCode((String) null)
        .lastUpdateStatus((String) null)
        .lastUpdateStatusReason(null)
        .lastUpdateStatusReasonCode((String) null)
        .build();
  }

  static String lastModified(Instant at) {
    return LAST_MODIFIED.format(at);
  }

  static Map<String, String> variables(FunctionConfiguration configuration) {
    return configuration.environment() == null ? Map.of() : configuration.environment().variables();
  }

  private static EnvironmentResponse environment(Environment environment) {
    var variables = environment.variables();
    var reserved = new TreeSet<>(variables.keySet());
    reserved.retainAll(RESERVED);
    if (!reserved.isEmpty()) {
      throw LambdaError.invalid(
          "Lambda was unable to configure your environment variables because the environment"
              + " variables you have provided contains reserved keys that are currently not"
              + " supported for modification. Reserved keys used in this request: "
              + String.join(", ", reserved));
    }
    var json = json(variables);
    if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST_ENVIRONMENT) {
      throw LambdaError.invalid(
          "Lambda was unable to configure your environment variables because the environment"
              + " variables you have provided exceeded the 4KB limit. String measured: "
              + json);
    }
    return EnvironmentResponse.builder().variables(variables).build();
  }

  private static String json(Map<String, String> variables) {
    try {
      return JSON.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of strings is always JSON", e);
    }
  }

  /** Takes over what the request says; members it does not have keep their value. */
  static void apply(UpdateFunctionConfigurationRequest request, FunctionConfiguration.Builder to) {
    refuseLacking(request);
    set(request.runtimeAsString(), runtime -> to.runtime(Runtimes.checked(runtime)));
    set(request.role(), to::role);
    set(request.handler(), to::handler);
    set(request.description(), to::description);
    set(request.timeout(), to::timeout);
    set(request.memorySize(), to::memorySize);
    set(request.kmsKeyArn(), to::kmsKeyArn);
    set(request.ephemeralStorage(), to::ephemeralStorage);
    set(request.environment(), environment -> to.environment(environment(environment)));
    set(request.deadLetterConfig(), config -> to.deadLetterConfig(DeadLetters.checked(config)));
    set(
        request.tracingConfig(),
        tracing -> to.tracingConfig(response -> response.mode(tracing.mode())));
    set(
        request.loggingConfig(),
        asked -> to.loggingConfig(LoggingRules.changed(to.build().loggingConfig(), asked)));
    set(
        request.snapStart(),
        snapStart ->
            to.snapStart(
                response ->
                    response
                        .applyOn(snapStart.applyOn())
                        .optimizationStatus(SnapStartOptimizationStatus.OFF)));
  }

  static void refuseImage(@Nullable String packageType) {
    if (PackageType.IMAGE.toString().equals(packageType)) {
      throw CommonError.notImplemented("The package type Image");
    }
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  /** Refuses members that would be stored and then ignored. */
  private static void refuseLacking(UpdateFunctionConfigurationRequest request) {
    var snapStart = request.snapStart();
    if (snapStart != null && snapStart.applyOn() == SnapStartApplyOn.PUBLISHED_VERSIONS) {
      throw CommonError.notImplemented("SnapStart with ApplyOn PublishedVersions");
    }
    var network = request.vpcConfig();
    if (network != null
        && !(network.subnetIds().isEmpty() && network.securityGroupIds().isEmpty())) {
      throw CommonError.notImplemented("VpcConfig with subnets or security groups");
    }
    Unsupported.refuse(request, LACKING);
  }
}
