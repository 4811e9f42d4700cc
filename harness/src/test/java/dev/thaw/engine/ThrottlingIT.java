package dev.thaw.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * The whole engine with a simulated function, and an account that may run one invocation at a time.
 */
final class ThrottlingIT {
  @TempDir private Path folder;

  private static LambdaClient client(Engine engine) {
    return LambdaClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(engine.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("000000000000", "any")))
        .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  private static void create(LambdaClient lambda) {
    lambda.createFunction(
        create ->
            create
                .functionName("slow")
                .runtime("java17")
                .handler("h")
                .role(EngineUnderTest.ROLE)
                .environment(
                    variables ->
                        variables.variables(
                            Map.of(
                                "THAW_SIMULATED",
                                "init: constant 1 ms; service: constant 1500 ms")))
                .code(code -> code.zipFile(EngineUnderTest.zip("one"))));
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("slow"));
  }

  /** R1 of what was recorded from AWS, with the reason of an account's limit. */
  @Test
  void oneInvocationMoreThanTheAccountMayRunIsThrottledWithItsReason() throws InterruptedException {
    var settings =
        EngineSettings.defaults()
            .withWorkFolder(folder)
            .withPlatform(PlatformSettings.DEFAULT.withAccountConcurrency(1));
    try (var engine = Engine.start(settings);
        var lambda = client(engine)) {
      create(lambda);
      var first = CompletableFuture.supplyAsync(() -> lambda.invoke(it -> it.functionName("slow")));
      Thread.sleep(500);

      assertThatThrownBy(() -> lambda.invoke(it -> it.functionName("slow")))
          .isInstanceOfSatisfying(
              TooManyRequestsException.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(429);
                assertThat(e.reason())
                    .isEqualTo(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
                assertThat(e.type()).isEqualTo("User");
                assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate Exceeded.");
                assertThat(e.retryAfterSeconds()).isNull();
              });
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(lambda.invoke(it -> it.functionName("slow")).functionError()).isNull();
    }
  }
}
