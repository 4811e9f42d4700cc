package dev.thaw.target;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/** What was deployed in front of the functions of a run, made when it is first asked for. */
final class Triggers {
  private record Place(String function, RouteKind kind) {}

  private final Target target;
  private final AwsClients clients;
  private final Clock clock;
  private final List<Trigger> triggers = new ArrayList<>();
  private final Map<Place, Route> routes = new HashMap<>();

  Triggers(Target target, AwsClients clients, Clock clock) {
    this.target = target;
    this.clients = clients;
    this.clock = clock;
  }

  /** The route of that kind to a function. */
  Route route(DeployedFunction function, RouteKind kind) {
    return switch (kind) {
      case SYNC -> new Route.Invoke(function.invoked());
      case ASYNC -> new Route.InvokeAsync(function.invoked());
      case S3, KINESIS, DYNAMODB, FUNCTION_URL, HTTP_API, REST_API ->
          routes.computeIfAbsent(
              new Place(function.name(), kind), place -> create(trigger(function, kind)));
    };
  }

  private Route create(Trigger trigger) {
    // What fails half-way must be taken away, too.
    triggers.add(trigger);
    try {
      return trigger.create();
    } catch (SdkException e) {
      throw new TargetException(
          "the %s could not be made: %s".formatted(trigger.name(), e.getMessage()), e);
    }
  }

  private Trigger trigger(DeployedFunction function, RouteKind kind) {
    var lambda = clients.lambda();
    var name = function.name();
    var mapping = new Mapping(lambda, clock, target.pollInterval(), function.arn());
    return switch (kind) {
      case S3 ->
          new BucketTrigger(clients.s3(), lambda, target.access().region(), name, function.arn());
      case KINESIS -> new StreamTrigger(clients.kinesis(), mapping, name);
      case DYNAMODB -> new TableTrigger(clients.dynamoDb(), mapping, name);
      case FUNCTION_URL -> new UrlTrigger(lambda, name, function.alias().orElse(null));
      case HTTP_API -> new HttpApiTrigger(clients.httpApis(), api(function), name);
      case REST_API -> new RestApiTrigger(clients.restApis(), api(function), name);
      case SYNC, ASYNC -> throw new IllegalArgumentException(kind.wire() + " takes no trigger");
    };
  }

  private ApiPermission api(DeployedFunction function) {
    return new ApiPermission(clients.lambda(), target.access(), function.arn());
  }

  /** Takes all away, and names what may still be there. */
  List<String> remove() {
    return triggers.stream().filter(trigger -> !trigger.isRemoved()).map(Trigger::name).toList();
  }
}
