package dev.thaw.contract;

import java.time.Duration;
import java.util.List;

/** Functions that share an account, for so long. */
record ContractCase(int accountConcurrency, Duration duration, List<ContractFunction> functions) {
  static ContractCase of(int accountConcurrency, int seconds, ContractFunction... functions) {
    return new ContractCase(accountConcurrency, Duration.ofSeconds(seconds), List.of(functions));
  }
}
