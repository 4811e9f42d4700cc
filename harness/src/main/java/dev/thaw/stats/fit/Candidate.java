package dev.thaw.stats.fit;

import dev.thaw.stats.Sample;
import java.util.List;
import java.util.random.RandomGenerator;

/** A family with parameters that can be fitted to positive values. */
sealed interface Candidate permits ExponentialCandidate, LognormalCandidate {
  Family family();

  /** The fitted parameters with their intervals. */
  List<Parameter> parameters(Sample sample);

  /** Akaike's information criterion of the fit of most likelihood. */
  double aic(Sample sample);

  /** The logarithm of the fitted distribution function at each value, in the sample's order. */
  double[] logBelow(Sample sample);

  /** The logarithm of what the fitted distribution function leaves above each value. */
  double[] logAbove(Sample sample);

  /** Draws a value of any member of the family: all of them lie as far off when they are fitted. */
  double draw(RandomGenerator random);
}
