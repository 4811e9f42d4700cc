package dev.thaw.engine.dynamodb.table;

/**
 * What reads and writes cost:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html.
 */
public final class CapacityUnits {
  private static final double EVENTUAL = 0.5;

  private CapacityUnits() {}

  /** A unit for each KB of an item. */
  public static double written(int bytes) {
    return blocks(bytes, 1024);
  }

  /** A unit for each 4 KB; half of it where an old answer will do. */
  public static double read(int bytes, boolean isConsistent) {
    return blocks(bytes, 4096) * (isConsistent ? 1 : EVENTUAL);
  }

  private static double blocks(int bytes, int block) {
    return Math.max(1, (bytes + block - 1) / block);
  }
}
