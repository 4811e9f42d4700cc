package dev.thaw.cli;

import dev.thaw.results.Machine;
import java.lang.management.ManagementFactory;

/** The machine that this process runs on. */
final class ThisMachine {
  private ThisMachine() {}

  /** The share of all processors that was busy since it was last asked; negative if unknown. */
  static double busyCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean sun
        ? sun.getCpuLoad()
        : -1;
  }

  static Machine describe() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    long memoryMb =
        system instanceof com.sun.management.OperatingSystemMXBean sun
            ? sun.getTotalMemorySize() >> 20
            : 0;
    return new Machine(
        system.getAvailableProcessors(),
        memoryMb,
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        Runtime.version().toString());
  }
}
