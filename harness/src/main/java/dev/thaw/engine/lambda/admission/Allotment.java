package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.rules.provisioned.ProvisionedStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is provisioned under one qualifier of a function: the environments of the version that it
 * means, and while an alias moves, still those of the version before. Guarded by the account's
 * lock.
 */
final class Allotment {
  private final Object lock;
  private final Provisioner provisioner;
  private final Map<String, Provision> serving;
  private Provision present;
  private @Nullable Provision former;
  private String lastModified;

  /** {@code serving} is where a version's invocations look for its environments. */
  Allotment(
      Object lock,
      Provisioner provisioner,
      Map<String, Provision> serving,
      FunctionVersion version,
      String at) {
    this.lock = lock;
    this.provisioner = provisioner;
    this.serving = serving;
    this.lastModified = at;
    this.present = of(version);
  }

  private Provision of(FunctionVersion version) {
    var made = new Provision(lock, version, provisioner, this::dropFormer);
    serving.putIfAbsent(version.version(), made);
    return made;
  }

  /** Requests so many in all, 0 to have none any more. */
  void request(int count, String at) {
    lastModified = at;
    present.request(count);
    if (count == 0) {
      dropFormer();
      serving.remove(version(), present);
    }
  }

  /** Provisions another version: its environments are prepared while the former ones stay. */
  void move(FunctionVersion version) {
    if (version.version().equals(version())) {
      return;
    }
    var left = present;
    int count = left.pool().requested();
    var earlier = former;
    if (earlier != null && earlier.version().version().equals(version.version())) {
      former = null;
      present = earlier;
      drop(left);
      return;
    }
    if (earlier == null) {
      former = left;
    }
    present = of(version);
    present.request(count);
    if (earlier != null) {
      // What was being prepared is not needed any more; what serves goes on serving.
      drop(left);
    }
  }

  private void dropFormer() {
    var dropped = former;
    if (dropped != null && present.pool().status() != ProvisionedStatus.IN_PROGRESS) {
      former = null;
      drop(dropped);
    }
  }

  private void drop(Provision dropped) {
    dropped.request(0);
    serving.remove(dropped.version().version(), dropped);
  }

  /** The version that it means now. */
  String version() {
    return present.version().version();
  }

  int requested() {
    return present.pool().requested();
  }

  Provision present() {
    return present;
  }

  /** As Lambda tells it under that qualifier. */
  ProvisionedState state(String qualifier) {
    var pool = former == null ? present.pool() : former.pool();
    return new ProvisionedState(
        qualifier,
        requested(),
        pool.allocated(),
        pool.available(),
        present.pool().status(),
        lastModified);
  }
}
