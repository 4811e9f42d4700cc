package dev.thaw.contract;

import java.util.List;

/** Who is held to the contract: it runs a case and tells what became of each function's load. */
@FunctionalInterface
interface Platform {
  /** In the order of the case's functions. */
  List<Observed> run(ContractCase contractCase);
}
