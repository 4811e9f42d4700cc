package dev.thaw.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * An engine behind HTTP front ends, whose functions return their event, or what the body of the
 * request asks for: {@code return X}, {@code fail}, or {@code hang}.
 */
public final class HttpFronts implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine;

  private HttpFronts(Engine engine) {
    this.engine = engine;
  }

  public static HttpFronts start(Path folder, PlatformSettings platform) {
    var settings = EngineSettings.defaults().withWorkFolder(folder).withPlatform(platform);
    return new HttpFronts(
        Engine.start(settings, (work, logs, time) -> new Environments(new Told(), () -> {})));
  }

  /** Does what the event's body says. */
  private static final class Told implements Invoker {
    @Override
    public CompletableFuture<InvocationResult> invoke(
        FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
      var body = json(request.payload()).path("body").asText();
      if (body.equals("hang")) {
        return new CompletableFuture<>();
      }
      if (body.equals("fail")) {
        return CompletableFuture.completedFuture(
            new InvocationResult("{\"errorType\":\"E\"}".getBytes(UTF_8), "Unhandled", ""));
      }
      var payload =
          body.startsWith("return ")
              ? body.substring("return ".length()).getBytes(UTF_8)
              : request.payload();
      return CompletableFuture.completedFuture(new InvocationResult(payload, null, ""));
    }

    @Override
    public void retire(FunctionName name) {}

    @Override
    public void retire(FunctionName name, String version) {}
  }

  public LambdaClient lambda() {
    return configured(LambdaClient.builder()).build();
  }

  public ApiGatewayClient restApis() {
    return configured(ApiGatewayClient.builder()).build();
  }

  public ApiGatewayV2Client httpApis() {
    return configured(ApiGatewayV2Client.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
    return builder
        .endpointOverride(engine.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(EngineUnderTest.ACCOUNT, "secret")));
  }

  /** Makes a function that can be invoked, and gives its ARN. */
  public String function(String name) {
    try (var lambda = lambda()) {
      var arn =
          lambda
              .createFunction(
                  create ->
                      create
                          .functionName(name)
                          .runtime("provided.al2023")
                          .handler("h")
                          .role(EngineUnderTest.ROLE)
                          .code(code -> code.zipFile(EngineUnderTest.zip("x"))))
              .functionArn();
      lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName(name));
      return arn;
    }
  }

  /** Lets anybody call the function's URL, and API Gateway invoke it. */
  public void permit(String function) {
    try (var lambda = lambda()) {
      lambda.addPermission(
          add ->
              add.functionName(function)
                  .statementId("url")
                  .action("lambda:InvokeFunctionUrl")
                  .principal("*")
                  .functionUrlAuthType("NONE"));
      lambda.addPermission(
          add ->
              add.functionName(function)
                  .statementId("api")
                  .action("lambda:InvokeFunction")
                  .principal("apigateway.amazonaws.com"));
    }
  }

  /** What a client got. */
  public record Seen(int status, String head, String body) {
    public JsonNode json() {
      return HttpFronts.json(body.getBytes(UTF_8));
    }
  }

  /** Sends a request to the host of that URL, wherever its name leads: to this engine. */
  public Seen send(String method, String url, @Nullable String body, String... headers) {
    var uri = URI.create(url);
    var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    var head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority());
    for (var header : headers) {
      head.append("\r\n").append(header);
    }
    var content = body == null ? new byte[0] : body.getBytes(UTF_8);
    head.append("\r\nContent-Length: " + content.length + "\r\nConnection: close\r\n\r\n");
    try (var socket = new Socket(engine.endpoint().getHost(), engine.endpoint().getPort())) {
      socket.getOutputStream().write(head.toString().getBytes(UTF_8));
      socket.getOutputStream().write(content);
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      var parts = answer.split("\r\n\r\n", 2);
      return new Seen(Integer.parseInt(answer.split(" ", 3)[1]), parts[0], parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
