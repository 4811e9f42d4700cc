package dev.thaw.results;

import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.RouteKind;
import dev.thaw.invocation.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * One request of a {@link ScriptedRun}.
 *
 * @param pauseMs from when the request before it should have gone out
 * @param answerMs until its sender was answered
 * @param initMs of a cold start
 * @param handlerMs until a handler was entered, if one was, of an event
 */
public record ScriptedCall(
    RouteKind route,
    boolean isRefused,
    Temperature temperature,
    InitializationType environment,
    double pauseMs,
    double answerMs,
    double initMs,
    @Nullable Double handlerMs) {

  /** A call that found an environment ready. */
  public static ScriptedCall warm(double pauseMs, double answerMs) {
    return new ScriptedCall(
        RouteKind.SYNC,
        false,
        Temperature.WARM,
        InitializationType.ON_DEMAND,
        pauseMs,
        answerMs,
        0,
        null);
  }

  /** A call that waited for an environment. */
  public static ScriptedCall cold(double pauseMs, double answerMs, double initMs) {
    return new ScriptedCall(
        RouteKind.SYNC,
        false,
        Temperature.COLD,
        InitializationType.ON_DEMAND,
        pauseMs,
        answerMs,
        initMs,
        null);
  }

  /** A call that was answered with 429. */
  public static ScriptedCall refused(double pauseMs) {
    return new ScriptedCall(
        RouteKind.SYNC,
        true,
        Temperature.UNKNOWN,
        InitializationType.ON_DEMAND,
        pauseMs,
        2,
        0,
        null);
  }

  /** An event whose sender did not wait for its handler, which was entered so much later. */
  public static ScriptedCall event(RouteKind route, double pauseMs, double handlerMs) {
    return event(route, pauseMs).handledAfter(handlerMs);
  }

  /** An event that was taken and then lost. */
  public static ScriptedCall lost(RouteKind route, double pauseMs) {
    return event(route, pauseMs);
  }

  private static ScriptedCall event(RouteKind route, double pauseMs) {
    return new ScriptedCall(
        route, false, Temperature.WARM, InitializationType.ON_DEMAND, pauseMs, 3, 0, null);
  }

  /** The same on an environment that was kept ready. */
  public ScriptedCall provisioned() {
    return new ScriptedCall(
        route,
        isRefused,
        temperature,
        InitializationType.PROVISIONED_CONCURRENCY,
        pauseMs,
        answerMs,
        initMs,
        handlerMs);
  }

  /** The same, whose handler says in its log when it was entered. */
  public ScriptedCall handledAfter(double ms) {
    return new ScriptedCall(
        route, isRefused, temperature, environment, pauseMs, answerMs, initMs, ms);
  }

  /** The same by another route. */
  public ScriptedCall by(RouteKind other) {
    return new ScriptedCall(
        other, isRefused, temperature, environment, pauseMs, answerMs, initMs, handlerMs);
  }
}
