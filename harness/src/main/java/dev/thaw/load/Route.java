package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.thaw.invocation.RouteKind;
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
  RouteKind kind();

  /** What is called: a function, bucket, stream or table by its name, or a URL. */
  String target();

  /** Invoke and wait; the function is named with its qualifier, if there is one. */
  record Invoke(String function) implements Route {
    @Override
    public RouteKind kind() {
      return RouteKind.SYNC;
    }

    @Override
    public String target() {
      return function;
    }
  }

  /** Invoke with the type Event: the answer says that the event was accepted. */
  record InvokeAsync(String function) implements Route {
    @Override
    public RouteKind kind() {
      return RouteKind.ASYNC;
    }

    @Override
    public String target() {
      return function;
    }
  }

  /** PutObject; keys are the prefix, which is empty or ends with a slash, and the event's id. */
  record S3Put(String bucket, String prefix) implements Route {
    public S3Put {
      if (!prefix.isEmpty() && !prefix.endsWith("/")) {
        throw new IllegalArgumentException(
            "the prefix '%s' has no '/' at its end".formatted(prefix));
      }
    }

    @Override
    public RouteKind kind() {
      return RouteKind.S3;
    }

    @Override
    public String target() {
      return bucket;
    }
  }

  /**
   * PutRecord. Events take turns with so many partition keys; with 0 each has its own, which is its
   * id.
   */
  record KinesisPut(String stream, int keys) implements Route {
    public KinesisPut {
      requireKeys(keys);
    }

    /** Each event has its own partition key. */
    public KinesisPut(String stream) {
      this(stream, 0);
    }

    @Override
    public RouteKind kind() {
      return RouteKind.KINESIS;
    }

    @Override
    public String target() {
      return stream;
    }
  }

  /**
   * PutItem; the hash key is {@code id}. Events take turns with so many items; with 0 each has its
   * own, whose {@code id} is the event's.
   */
  record DynamoDbPut(String table, int keys) implements Route {
    public DynamoDbPut {
      requireKeys(keys);
    }

    /** Each event has its own item. */
    public DynamoDbPut(String table) {
      this(table, 0);
    }

    @Override
    public RouteKind kind() {
      return RouteKind.DYNAMODB;
    }

    @Override
    public String target() {
      return table;
    }
  }

  /** A POST to a function URL. */
  record FunctionUrl(URI url) implements Route {
    @Override
    public RouteKind kind() {
      return RouteKind.FUNCTION_URL;
    }

    @Override
    public String target() {
      return url.toString();
    }
  }

  /** A POST to an API Gateway HTTP API. */
  record HttpApi(URI url) implements Route {
    @Override
    public RouteKind kind() {
      return RouteKind.HTTP_API;
    }

    @Override
    public String target() {
      return url.toString();
    }
  }

  /** A POST to an API Gateway REST API. */
  record RestApi(URI url) implements Route {
    @Override
    public RouteKind kind() {
      return RouteKind.REST_API;
    }

    @Override
    public String target() {
      return url.toString();
    }
  }

  private static void requireKeys(int keys) {
    if (keys < 0) {
      throw new IllegalArgumentException("%d partition keys are fewer than none".formatted(keys));
    }
  }
}
