package dev.thaw.rules.price;

import java.util.Map;

/** A function's /tmp of that many MB (512 to 10,240), while its invocations ran. */
public record EphemeralStorageUsage(int storageMb, double billedSeconds) implements Usage {
  /** This much comes with every function. */
  private static final int FREE_MB = 512;

  private static final int MOST_MB = 10_240;
  private static final double MB_PER_GB = 1024;

  public EphemeralStorageUsage {
    if (storageMb < FREE_MB || storageMb > MOST_MB) {
      throw new IllegalArgumentException(
          "ephemeral storage of %d MB is outside 512 to 10240 MB".formatted(storageMb));
    }
  }

  @Override
  public Map<Item, Double> amounts() {
    double paidGb = (storageMb - FREE_MB) / MB_PER_GB;
    return Map.of(Item.LAMBDA_EPHEMERAL_STORAGE, paidGb * billedSeconds);
  }
}
