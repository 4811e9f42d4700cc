package dev.thaw.gatling;

/** Makes a flight ready before its time; what it gives sends the request when run. */
@FunctionalInterface
interface Launcher {
  Runnable prepare(Flight flight);
}
