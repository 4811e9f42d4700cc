package dev.thaw.gatling;

import static java.util.Objects.requireNonNull;

import com.typesafe.scalalogging.Logger;
import com.typesafe.scalalogging.Logger$;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.engine.response.DefaultResponseProcessor;
import io.gatling.http.engine.response.ResponseProcessor;
import io.gatling.http.engine.response.RootNextExecutor;
import io.gatling.http.engine.response.RootSessionProcessor;
import io.gatling.http.engine.tx.HttpTx;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.request.HttpRequest;
import io.gatling.http.request.HttpRequestDef;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.gatling.http.response.HttpFailure;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import scala.Option;

/**
 * The step of the scenario that lets requests go at any instant: Gatling's own injectors and pauses
 * work in whole milliseconds and tick once a second. One user arrives here; for each request the
 * pacing thread clones its session and hands the clone to an event loop. Clones end here, so the
 * load is truly open: there is no pool of users to run dry.
 *
 * <p>The only class that touches Gatling's internals, which are no API (3.15.1 is pinned).
 */
final class InvokeAction implements Action {
  private static final Logger LOGGER =
      Logger$.MODULE$.apply(LoggerFactory.getLogger(InvokeAction.class));

  private final ScenarioContext context;
  private final Action next;
  private final HttpComponents http;
  private final Consumer<InvokeAction> story;
  private final Rest rest = new Rest();
  private @Nullable Session user;

  private InvokeAction(ScenarioContext context, Action next, Consumer<InvokeAction> story) {
    this.context = context;
    this.next = next;
    this.http = context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
    this.story = story;
  }

  /** The step, as the Java DSL takes it; the story runs on a thread of its own. */
  static ActionBuilder builder(Consumer<InvokeAction> story) {
    io.gatling.core.action.builder.ActionBuilder scala =
        new io.gatling.core.action.builder.ActionBuilder() {
          @Override
          public Action build(ScenarioContext context, Action next) {
            return new InvokeAction(context, next, story);
          }
        };
    return () -> scala;
  }

  @Override
  public void execute(Session session) {
    user = session;
    new Thread(() -> story.accept(this), "generator").start();
  }

  /** Lets the one user go on, which ends the simulation. */
  void finish() {
    if (user != null) {
      next.$bang(user);
    }
  }

  /** What sends flights with that request of the Java DSL. */
  Launcher launcher(HttpRequestActionBuilder request) {
    var core = context.coreComponents();
    var definition =
        ((HttpRequestBuilder) request.asScala())
            .build(http.httpCaches(), http.httpProtocol(), false, core.configuration());
    return flight -> {
      var loop = core.eventLoopGroup().next();
      var session = clone(flight, loop);
      return () -> loop.execute(() -> send(definition, session, flight));
    };
  }

  private Session clone(Flight flight, EventLoop loop) {
    var one = requireNonNull(user).set(Flight.ATTRIBUTE, flight);
    return one.copy(
        one.scenario(),
        flight.index(),
        one.attributes(),
        one.baseStatus(),
        one.blockStack(),
        one.onExit(),
        loop);
  }

  private void send(HttpRequestDef definition, Session session, Flight flight) {
    var built = definition.build(session);
    if (built instanceof Success<HttpRequest> success) {
      var tx = new HttpTx(session, success.value(), rest, Option.empty(), 0);
      http.httpTxExecutor().execute(tx, sent -> processor(sent, flight));
      flight.handedOver();
    } else {
      land(flight, ((Failure) (Object) built).message());
    }
  }

  /** Gatling's own processing of a response, after we have seen why there was none. */
  private ResponseProcessor processor(HttpTx tx, Flight flight) {
    var own =
        new DefaultResponseProcessor(
            tx,
            new RootSessionProcessor(
                tx.silent(),
                tx.request().clientRequest(),
                tx.request().requestConfig().checks(),
                http.httpCaches(),
                http.httpProtocol()),
            http.httpTxExecutor().statsProcessor(tx),
            new RootNextExecutor(
                tx, http.httpTxExecutor().resourceFetcher(), http.httpTxExecutor()),
            context.coreComponents().configuration().core().charset());
    return result -> {
      if (result instanceof HttpFailure failure) {
        land(flight, failure.errorMessage());
      }
      own.onComplete(result);
    };
  }

  private static void land(Flight flight, String error) {
    flight.land(RawAnswer.none(error), flight.stretch().clock().now());
  }

  @Override
  public String name() {
    return "invoke";
  }

  @Override
  public Logger logger() {
    return LOGGER;
  }

  /** How Scala sets the value that a trait brings along. */
  @Override
  public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {}

  /** Where clones stay: the scenario's end would count each as a user that has ended. */
  private static final class Rest implements Action {
    @Override
    public String name() {
      return "rest";
    }

    @Override
    public void execute(Session session) {}

    @Override
    public Logger logger() {
      return LOGGER;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {}
  }
}
