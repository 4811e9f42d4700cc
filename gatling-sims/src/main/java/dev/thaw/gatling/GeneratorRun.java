package dev.thaw.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.function.Supplier;

/** A generator inside a Gatling run: how it begins, and that the process ends when it breaks. */
record GeneratorRun(Supplier<Generator> generator, GeneratorListener listener) {
  private static final int BROKEN = 1;

  /** The one user whose step sends all requests. */
  PopulationBuilder population() {
    Thread.setDefaultUncaughtExceptionHandler(this::fail);
    return scenario("load")
        .exec(InvokeAction.builder(this::run).toChainBuilder())
        .injectOpen(atOnceUsers(1))
        .protocols(SignedRequest.protocol());
  }

  private void run(InvokeAction gatling) {
    generator.get().run(gatling);
    gatling.finish();
  }

  private void fail(Thread thread, Throwable e) {
    listener.failed(
        e instanceof GeneratorException
            ? String.valueOf(e.getMessage())
            : "The generator's thread '%s' broke: %s".formatted(thread.getName(), e));
    // Not exit: shutdown hooks wait for threads that may be the broken ones.
    Runtime.getRuntime().halt(BROKEN);
  }
}
