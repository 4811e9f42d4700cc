package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long an idle execution environment is kept. AWS publishes no figure; each alternative fits
 * what somebody measured.
 */
public sealed interface KeepAlive
    permits FixedKeepAlive, ExponentialKeepAlive, EmpiricalKeepAlive, HalvingKeepAlive {

  /** Draws how long an environment that becomes idle now stays if nobody uses it, in ns. */
  long drawNs(RandomGenerator random);

  /** Always the same time, as STeLLAR (2021) and mikhail.io (2019) measured it. */
  static KeepAlive fixed(Duration time) {
    return new FixedKeepAlive(time);
  }

  /** Exponentially distributed: the alternative with closed forms. */
  static KeepAlive exponential(Duration mean) {
    return new ExponentialKeepAlive(mean);
  }

  /** Half of the idle ones go every period, as SeBS (2021) measured it. */
  static KeepAlive halving(Duration period) {
    return new HalvingKeepAlive(period);
  }
}
