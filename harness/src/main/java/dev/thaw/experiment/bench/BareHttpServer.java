package dev.thaw.experiment.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A function's handler behind plain HTTP, without Lambda: what an invocation through the engine is
 * compared with. It reads and writes JSON as Lambda's Java runtime does.
 */
public final class BareHttpServer {
  private static final int THREADS = 8;

  private final Object handler;
  private final Method method;
  private final PojoSerializer<Object> input;
  private final PojoSerializer<Object> output;

  @SuppressWarnings("unchecked") // the serializers of the types that the method itself declares
  private BareHttpServer(Object handler, Method method) {
    this.handler = handler;
    this.method = method;
    var json = JacksonFactory.getInstance();
    this.input = (PojoSerializer<Object>) json.getSerializer(method.getParameterTypes()[0]);
    this.output = (PojoSerializer<Object>) json.getSerializer(method.getReturnType());
  }

  /** Serves the handler class named first on the port named second, until the process is killed. */
  public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
    var type = Class.forName(arguments[0]);
    var server =
        new BareHttpServer(type.getDeclaredConstructor().newInstance(), handleRequest(type));
    var http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
            0);
    http.setExecutor(Executors.newFixedThreadPool(THREADS));
    http.createContext("/", server::answer);
    http.start();
  }

  private static Method handleRequest(Class<?> type) throws NoSuchMethodException {
    for (var method : type.getMethods()) {
      if (method.getName().equals("handleRequest") && !method.isBridge()) {
        return method;
      }
    }
    throw new NoSuchMethodException(type + " has no handleRequest");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new ByteArrayOutputStream();
      output.toJson(call(input.fromJson(exchange.getRequestBody())), body);
      exchange.sendResponseHeaders(200, body.size());
      body.writeTo(exchange.getResponseBody());
    }
  }

  private Object call(Object event) throws IOException {
    @Nullable Context none = null;
    try {
      return method.invoke(handler, event, none);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }
}
