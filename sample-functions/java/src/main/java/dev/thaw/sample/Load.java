package dev.thaw.sample;

/** Does work: waits, burns CPU, allocates memory, fails, in this order. */
final class Load {
  private static final long NS_PER_MS = 1_000_000;

  /** Written so that the compiler does not leave the allocation out. */
  @SuppressWarnings("UnusedVariable")
  private static volatile int touched;

  private Load() {}

  static void of(Work work) {
    sleep(work.sleepMs());
    burn(work.cpuMs());
    allocate(work.allocateMb());
    Fault.of(work.fault()).strike();
  }

  static void sleep(long ms) {
    if (ms <= 0) {
      return;
    }
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void burn(long ms) {
    long end = System.nanoTime() + ms * NS_PER_MS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Touches every page. */
  private static void allocate(int megabytes) {
    int sum = 0;
    var blocks = new byte[Math.max(0, megabytes)][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new byte[1 << 20];
      for (int page = 0; page < blocks[i].length; page += 4096) {
        blocks[i][page] = 1;
        sum += blocks[i][page];
      }
    }
    touched = sum;
  }
}
