package dev.thaw.engine.lambda.admission;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.rules.concurrency.RefusedConcurrencyException;
import dev.thaw.rules.provisioned.AutoScaling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The provisioned concurrency of all functions, requested for versions and aliases. Thread-safe by
 * the lock of the account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">Provisioned
 *     concurrency</a>
 */
public final class ProvisionedConfigs {
  private final Accounts accounts;
  private final Provisioner provisioner;

  public ProvisionedConfigs(Accounts accounts, Provisioner provisioner) {
    this.accounts = accounts;
    this.provisioner = provisioner;
  }

  /**
   * Requests so many environments of the version in all, under its own number or that of an alias.
   *
   * @throws RefusedConcurrencyException when the account, or what is reserved, does not have them
   */
  public ProvisionedState put(FunctionVersion version, String qualifier, int count, String at) {
    var account = accounts.of(version.name());
    synchronized (account) {
      var share = account.share(version.name());
      var known = share.allotments.get(qualifier);
      int before = known == null ? 0 : known.requested();
      share.concurrency.provision(count - before, account.nowNs());
      var allotment =
          known != null ? known : new Allotment(account, provisioner, share.serving, version, at);
      share.allotments.put(qualifier, allotment);
      allotment.request(count, at);
      return allotment.state(qualifier);
    }
  }

  /** What was requested under that qualifier, if anything. */
  public Optional<ProvisionedState> find(FunctionName name, String qualifier) {
    var account = accounts.of(name);
    synchronized (account) {
      return allotment(account, name, qualifier).map(known -> known.state(qualifier));
    }
  }

  private static Optional<Allotment> allotment(
      AccountConcurrency account, FunctionName name, String qualifier) {
    return account.find(name).map(share -> share.allotments.get(qualifier));
  }

  /** All that is requested for the function, in the order of the requests. */
  public List<ProvisionedState> of(FunctionName name) {
    var account = accounts.of(name);
    synchronized (account) {
      return account
          .find(name)
          .map(
              share -> share.allotments.entrySet().stream().map(ProvisionedConfigs::state).toList())
          .orElseGet(List::of);
    }
  }

  private static ProvisionedState state(Map.Entry<String, Allotment> entry) {
    return entry.getValue().state(entry.getKey());
  }

  /** The qualifier under which that version of the function is provisioned, if it is. */
  public Optional<String> provisionedAs(FunctionName name, String version) {
    var account = accounts.of(name);
    synchronized (account) {
      return account.find(name).stream()
          .flatMap(share -> share.allotments.entrySet().stream())
          .filter(entry -> entry.getValue().version().equals(version))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /** Ends what is provisioned under that qualifier, if anything is. */
  public void delete(FunctionName name, String qualifier) {
    var account = accounts.of(name);
    synchronized (account) {
      account
          .find(name)
          .ifPresent(
              share -> {
                var deleted = share.allotments.remove(qualifier);
                if (deleted != null) {
                  share.concurrency.provision(-deleted.requested(), account.nowNs());
                  deleted.request(0, "");
                }
              });
    }
  }

  /** The alias means that version now, and what is provisioned for it follows. */
  public void move(FunctionVersion version, String alias) {
    var account = accounts.of(version.name());
    synchronized (account) {
      allotment(account, version.name(), alias).ifPresent(moved -> moved.move(version));
    }
  }

  /** A minute of an autoscaling ends: what it wants to be requested; empty for nothing to scale. */
  public OptionalInt minute(
      FunctionName name, String qualifier, AutoScaling scaling, long platformNs) {
    var account = accounts.of(name);
    synchronized (account) {
      var found = allotment(account, name, qualifier);
      return found.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(minute(found.orElseThrow().present(), scaling, platformNs));
    }
  }

  private static int minute(Provision provision, AutoScaling scaling, long platformNs) {
    return scaling.minute(provision.endMinute(), provision.pool(), platformNs);
  }
}
