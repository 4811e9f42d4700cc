package dev.thaw.model.oracle;

/**
 * One shard of a stream as a fluid: records come at one rate, and so many pollers take batches of
 * one size that each last equally long.
 */
public record ShardLag(double rate, int batchSize, double batchSeconds, int parallelization) {

  /** Records per second that it can take. */
  public double capacity() {
    return parallelization * batchSize / batchSeconds;
  }

  /** The age of the record that is read after so many seconds; 0 when it keeps up. */
  public double iteratorAge(double time) {
    return Math.max(0, time * (1 - capacity() / rate));
  }
}
