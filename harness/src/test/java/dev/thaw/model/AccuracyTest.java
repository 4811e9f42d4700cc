package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that holds the model against what others measured on AWS. */
final class AccuracyTest {
  private static final Path PAGE = Path.of("docs/accuracy.md");

  /** -Dthaw.golden=write rewrites it. */
  @Test
  void thePageSaysWhatTheModelSays() throws IOException {
    var page = page(new PacslabComparison(), new SebsComparison());
    if ("write".equals(System.getProperty("thaw.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  /** As recomputed from the same table before. */
  @Test
  void pacsltkIsOffBySoMuch() {
    var pacslab = new PacslabComparison();
    assertThat(pacslab.pacsltkColdError()).isCloseTo(28.6, within(0.05));
    assertThat(pacslab.pacsltkServersError()).isCloseTo(5.3, within(0.05));
  }

  private static String page(PacslabComparison pacslab, SebsComparison sebs) {
    return """
        # Accuracy

        The model beside what others measured on AWS. `AccuracyTest` makes this page and holds it to the code
        (`-Dthaw.golden=write` rewrites it). Closed forms are another matter: the model agrees with each within 4 standard
        errors (`ErlangTest`, `KeepAliveLawTest`, `RenewalTest`, `ProvisionedLawTest`, `DeterministicLawTest`), and with SimFaaS's printed
        results within their noise (`SimFaasTest`).

        ## AWS Lambda in 2020, Poisson arrivals

        pacslab's traces of April to June 2020 (us-east-1, Python 3.6, 128 MB, about 28 hours each, MIT licence), recomputed
        from the last 75 %% of each; measured ± is the binomial standard error. The model has Poisson arrivals at the same rate,
        exponential service times of the same warm and cold means, an idle environment kept for 640 s, each replaced after
        2 hours, the most recently used first: the three were read from the same traces, but none was fitted to this table.

        %s
        Mean absolute error: cold starts **%.1f %%** (pacslab's own analytical model, pacsltk: %.1f %%), environments **%.1f %%**
        (pacsltk: %.1f %%). %d of the 11 cold-start shares lie within 2 standard errors.

        What is wrong: from 0.016/s on the model starts too many environments. The traces reuse members of a pool of two to
        four after up to 1,522 s, which no single keep-alive of 640 s allows. Measured environments are reckoned as
        living 10 minutes from their last use on, the model's as long as it keeps them.

        ## Environments left warm, January 2020

        SeBS's eviction experiment (Copik et al., Middleware 2021; Python, 1,024 MB, 1 s): 20 environments at once, a pause,
        and how many of the next 20 invocations are warm. Means of measured runs, and of the model.

        %s
        Mean absolute error in environments: 10 minutes %.2f, 640 s %.2f, halving %.2f. The halving keep-alive is SeBS's
        own fit to these observations (each idle environment lives through another 380 s with probability 1/2), so its small error
        is no prediction. Those of January 2020 (SeBS) contradict those of April to June (pacslab, above): which of the two holds
        for an account today has to be measured.
        """
        .formatted(
            pacslab.table(),
            pacslab.coldError(),
            pacslab.pacsltkColdError(),
            pacslab.environmentsError(),
            pacslab.pacsltkServersError(),
            pacslab.withinTwoErrors(),
            sebs.table(),
            sebs.error(SebsComparison.TEN_MINUTES),
            sebs.error(SebsComparison.LONGER),
            sebs.error(SebsComparison.HALVING));
  }
}
