package dev.thaw.experiment.file;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.rules.concurrency.Account;

/** What settings of an experiment demand of each other. */
final class Fits {
  private Fits() {}

  static void check(Experiment experiment, Section root) {
    for (var variant : experiment.variants()) {
      if (variant.function().setAside().provisioned() > 0) {
        experiment.phases().stream()
            .filter(Phase.Forcing.class::isInstance)
            .findFirst()
            .ifPresent(
                phase -> {
                  throw root.required("phases")
                      .section()
                      .required(phase.name())
                      .wrong(
                          "variant %s has provisioned concurrency, whose environments a change of configuration does not renew; use open-load"
                              .formatted(variant.name()));
                });
      }
    }
    checkAccount(experiment, root);
  }

  /** Lambda keeps a part of the account's concurrency for functions that reserve none. */
  private static void checkAccount(Experiment experiment, Section root) {
    long aside =
        experiment.variants().stream()
            .map(variant -> variant.function().setAside())
            .mapToLong(one -> one.reserved() != null ? one.reserved() : one.provisioned())
            .sum();
    int account = experiment.platform().accountConcurrency();
    if (aside > 0 && aside > account - Account.UNRESERVED_FLOOR) {
      throw root.find("engine")
          .flatMap(engine -> engine.section().find("account-concurrency"))
          .map(entry -> entry.wrong(tooMuch(aside, account)))
          .orElseGet(() -> root.required("variants").wrong(tooMuch(aside, account)));
    }
  }

  private static String tooMuch(long aside, int account) {
    return "%d do not hold the %d that variants set aside and the %d that Lambda keeps unreserved; set engine.account-concurrency to %d"
        .formatted(account, aside, Account.UNRESERVED_FLOOR, aside + Account.UNRESERVED_FLOOR);
  }
}
