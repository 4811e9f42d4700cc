package dev.thaw.experiment.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Does the same in several threads at once. */
public final class Together {
  private Together() {}

  /** Does each of these in a thread of its own; their results in the same order. */
  public static <T> List<T> run(List<? extends Callable<T>> calls) throws IOException {
    var pool = Executors.newFixedThreadPool(calls.size());
    try {
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IOException("a client failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What each thread's call gave; the first failure is thrown when all have ended. */
  public static <T> List<T> run(int threads, Callable<T> call) throws IOException {
    return run(Collections.nCopies(threads, call));
  }
}
