package dev.thaw.engine.apigateway;

import dev.thaw.engine.apigateway.http.HttpApiOperations;
import dev.thaw.engine.apigateway.rest.RestApiOperations;
import dev.thaw.engine.apigateway.route.Functions;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.RestJson;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.Service;
import dev.thaw.invocation.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * API Gateway: its two APIs in one service, and the front that answers the APIs' own clients.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html">Invoking a
 *     Lambda function using an Amazon API Gateway endpoint</a>
 */
public final class ApiGatewayService {
  private final RestApiOperations restApis;
  private final HttpApiOperations httpApis;

  /** {@code ids} gives UUIDs, of which API Gateway's ids are the first ten digits. */
  public ApiGatewayService(Functions functions, Clock clock, Supplier<String> ids) {
    Supplier<String> shortIds = () -> ids.get().replace("-", "").substring(0, 10);
    this.restApis = new RestApiOperations(functions, clock, shortIds);
    this.httpApis = new HttpApiOperations(functions, clock, shortIds);
  }

  /** What makes and changes APIs. */
  public Service control(Executor workers) {
    var table = httpApis.addTo(restApis.addTo(RestTable.empty()));
    return new AwsService(new RestJson(), table, workers);
  }

  /** What answers to {@code http://ID.execute-api.REGION.localhost:PORT/}. */
  public Service front() {
    return new ApiFront(restApis, httpApis);
  }
}
