package dev.thaw.contract;

import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.model.Concurrency;
import dev.thaw.model.Load;
import dev.thaw.model.ProvisionedScaling;
import dev.thaw.model.SimulatedFunction;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import dev.thaw.rules.provisioned.Capacity;
import dev.thaw.rules.provisioned.Provisioning;
import dev.thaw.rules.provisioned.Schedule;
import dev.thaw.rules.provisioned.ScheduledAction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of a case, changed step by step. Its init and its invocations always take the same
 * time; what is provisioned is ready at the start.
 */
record ContractFunction(
    String name,
    Duration init,
    Duration service,
    Duration timeout,
    Duration keepAlive,
    Duration lifetime,
    @Nullable Integer reserved,
    int provisioned,
    @Nullable ProvisionedScaling scaling,
    List<Load> loads) {
  private static final int NS_DIGITS = 6;

  /** Without an init, kept for a minute, with a timeout that it does not reach. */
  static ContractFunction taking(Duration service) {
    return new ContractFunction(
        "f",
        Duration.ZERO,
        service,
        Duration.ofMinutes(15),
        Duration.ofMinutes(1),
        Retention.UNLIMITED,
        null,
        0,
        null,
        List.of());
  }

  ContractFunction named(String other) {
    return new ContractFunction(
        other, init, service, timeout, keepAlive, lifetime, reserved, provisioned, scaling, loads);
  }

  ContractFunction initialising(Duration other) {
    return new ContractFunction(
        name, other, service, timeout, keepAlive, lifetime, reserved, provisioned, scaling, loads);
  }

  ContractFunction endedAfter(Duration other) {
    return new ContractFunction(
        name, init, service, other, keepAlive, lifetime, reserved, provisioned, scaling, loads);
  }

  ContractFunction keptFor(Duration other) {
    return new ContractFunction(
        name, init, service, timeout, other, lifetime, reserved, provisioned, scaling, loads);
  }

  ContractFunction livingFor(Duration other) {
    return new ContractFunction(
        name, init, service, timeout, keepAlive, other, reserved, provisioned, scaling, loads);
  }

  ContractFunction reserving(int other) {
    return new ContractFunction(
        name, init, service, timeout, keepAlive, lifetime, other, provisioned, scaling, loads);
  }

  ContractFunction provisioning(int other) {
    return new ContractFunction(
        name, init, service, timeout, keepAlive, lifetime, reserved, other, scaling, loads);
  }

  ContractFunction scaling(ProvisionedScaling other) {
    return new ContractFunction(
        name, init, service, timeout, keepAlive, lifetime, reserved, provisioned, other, loads);
  }

  /** With so many provisioned from that second on requested in all, beside earlier requests. */
  ContractFunction requesting(int count, int second) {
    var start = VirtualEngine.START_OF_LOAD;
    var actions = new ArrayList<ScheduledAction>();
    if (scaling != null) {
      actions.addAll(scaling.actions());
    }
    actions.add(
        new ScheduledAction(new Schedule.At(start.plusSeconds(second)), start, count, count));
    return scaling(
        new ProvisionedScaling(start, new Capacity(provisioned, provisioned), null, actions));
  }

  /** With callers that wait, at arrivals such as {@code burst 5}, from that second on. */
  ContractFunction under(String arrivals, double startSeconds) {
    long startMs = Math.round(startSeconds * 1_000);
    return under(
        new Load.Sync(ArrivalProcess.parse(arrivals), Duration.ofMillis(startMs), 1, true));
  }

  ContractFunction under(Load load) {
    var more = new ArrayList<>(loads);
    more.add(load);
    return new ContractFunction(
        name, init, service, timeout, keepAlive, lifetime, reserved, provisioned, scaling, more);
  }

  Retention retention() {
    return new Retention(KeepAlive.fixed(keepAlive), lifetime, Placement.MOST_RECENTLY_USED);
  }

  /** As the model has it. */
  SimulatedFunction simulated() {
    var none = Distribution.parse("constant 0 ms");
    var times = new ServiceTimes(none, constant(init), constant(service), constant(service), none);
    return new SimulatedFunction(
        name,
        new Memory(1024),
        times,
        timeout,
        retention(),
        new Concurrency(reserved, provisioned, Provisioning.DOCUMENTED, scaling),
        loads);
  }

  private static Distribution constant(Duration time) {
    return Distribution.parse("constant %s ms".formatted(ms(time)));
  }

  private static BigDecimal ms(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), NS_DIGITS);
  }

  /** As the engine has it: a function whose environments are simulated. */
  String simulatedTimes() {
    return "init: constant %s ms; service: constant %s ms".formatted(ms(init), ms(service));
  }
}
