package dev.thaw.experiment.bench.beside;

import dev.thaw.target.beside.Workplace;
import java.io.IOException;
import java.util.List;

/** A piece of work that every endpoint is given, in rounds. */
interface Piece {
  /** What each round measures, in this order. */
  List<Figure> figures();

  /** Rounds that do not count, before those that do. */
  int warmUps();

  int rounds();

  /** Makes what it takes there. */
  Rounds prepare(Workplace place) throws IOException;

  /** The work at one endpoint. */
  interface Rounds {
    double[] run() throws IOException;

    /** What differs from endpoint to endpoint, such as the runtime. */
    default String how() {
      return "";
    }
  }
}
