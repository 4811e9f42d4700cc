package dev.thaw.target.conform;

import dev.thaw.invocation.Clock;
import dev.thaw.target.AwsClients;
import dev.thaw.target.Packages;
import java.time.Duration;

/**
 * Where checks are run: the endpoint's clients, whose account it is, which role functions get, how
 * often the control plane may be asked, and how many times as fast as the clock the endpoint's
 * platform waits pass.
 */
record Setting(
    AwsClients clients,
    Clock clock,
    Identity identity,
    Duration pollInterval,
    double timeScale,
    Packages packages) {

  /** Whose functions they are, and where. */
  record Identity(String account, String region, String role) {}
}
