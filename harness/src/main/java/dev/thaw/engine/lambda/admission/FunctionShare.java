package dev.thaw.engine.lambda.admission;

import dev.thaw.rules.concurrency.FunctionConcurrency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One function's part in its account's concurrency. Guarded by the account's lock. */
final class FunctionShare {
  final FunctionConcurrency concurrency;

  /** The provisioned environments of those versions that have any. */
  final Map<String, Provision> serving = new HashMap<>();

  /** What was requested, by version or alias. */
  final Map<String, Allotment> allotments = new LinkedHashMap<>();

  /** Invocations that run, on demand and provisioned. */
  int running;

  FunctionShare(FunctionConcurrency concurrency) {
    this.concurrency = concurrency;
  }
}
