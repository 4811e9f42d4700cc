package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;

/**
 * The route by which a generator's request reaches a function: a direct invocation, or a call to
 * what invokes the function of itself.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html">Invoking
 *     Lambda functions</a>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "route")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Route.Invoke.class, name = "sync"),
  @JsonSubTypes.Type(value = Route.InvokeAsync.class, name = "async"),
  @JsonSubTypes.Type(value = Route.S3Put.class, name = "s3"),
  @JsonSubTypes.Type(value = Route.KinesisPut.class, name = "kinesis"),
  @JsonSubTypes.Type(value = Route.DynamoDbPut.class, name = "dynamodb"),
  @JsonSubTypes.Type(value = Route.FunctionUrl.class, name = "function-url"),
  @JsonSubTypes.Type(value = Route.HttpApi.class, name = "http-api"),
  @JsonSubTypes.Type(value = Route.RestApi.class, name = "rest-api")
})
public sealed interface Route {
  /** Invoke and wait; the function is named with its qualifier, if there is one. */
  record Invoke(String function) implements Route {}

  /** Invoke with the type Event: the answer says that the event was accepted. */
  record InvokeAsync(String function) implements Route {}

  /** PutObject; keys are the prefix and the event's id. */
  record S3Put(String bucket, String prefix) implements Route {}

  /** PutRecord; the partition key is the event's id. */
  record KinesisPut(String stream) implements Route {}

  /** PutItem; the hash key {@code id} is the event's id. */
  record DynamoDbPut(String table) implements Route {}

  /** A POST to a function URL. */
  record FunctionUrl(URI url) implements Route {}

  /** A POST to an API Gateway HTTP API. */
  record HttpApi(URI url) implements Route {}

  /** A POST to an API Gateway REST API. */
  record RestApi(URI url) implements Route {}
}
