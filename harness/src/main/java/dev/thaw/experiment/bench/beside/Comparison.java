package dev.thaw.experiment.bench.beside;

import dev.thaw.experiment.bench.beside.Compared.Cell;
import dev.thaw.invocation.Clock;
import dev.thaw.stats.Sample;
import dev.thaw.target.TargetException;
import dev.thaw.target.beside.Workplace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives the same work to several endpoints: the same requests, which the AWS SDK made and signed,
 * over the same connections for the same time, endpoint after endpoint in each round. An endpoint
 * that refuses a piece has no figure for it, but the reason.
 */
public final class Comparison implements AutoCloseable {
  /** Environments of one second, where the endpoint can simulate them. */
  private static final Map<String, String> SIMULATED =
      Map.of("THAW_SIMULATED", "init: constant 100 ms; service: constant 1 s");

  private final Clock clock;
  private final Map<String, Workplace> places = new LinkedHashMap<>();

  /** Endpoints by their names, in order, Thaw's first. */
  public Comparison(Map<String, URI> endpoints, Clock clock) {
    this.clock = clock;
    endpoints.forEach((name, endpoint) -> places.put(name, new Workplace(endpoint, clock)));
  }

  /** Does all the work; each step is told. */
  public List<Compared> run(Consumer<String> progress) {
    var compared = new ArrayList<Compared>();
    for (var piece : pieces()) {
      progress.accept(piece.figures().get(0).name());
      compared.addAll(compare(piece));
    }
    return compared;
  }

  private List<Piece> pieces() {
    return List.of(
        new SteadyWork(List.of(Figure.rate("S3 PutObject, 1 KB")), 8, Workplace::objects, clock),
        new SteadyWork(List.of(Figure.rate("Kinesis PutRecord")), 8, Workplace::records, clock),
        invokes(1),
        invokes(8),
        new WorkAtOnce(
            List.of(Figure.time("ten cold 1 s invokes at once")), 10, 3, Map.of(), clock),
        new WorkAtOnce(
            List.of(Figure.time("1,000 1 s invokes at once")), 1000, 1, SIMULATED, clock));
  }

  private Piece invokes(int connections) {
    var where = connections == 1 ? "1 connection" : connections + " connections";
    return new SteadyWork(
        List.of(Figure.rate("warm invokes, " + where), Figure.time("warm invoke p50, " + where)),
        connections,
        place -> place.invocations(Duration.ZERO, Map.of()),
        clock);
  }

  /** One endpoint's part in a piece: what it measured so far, or why it does not take part. */
  private static final class Part {
    private final String endpoint;
    private final List<double[]> measured = new ArrayList<>();
    private Piece.Rounds rounds = () -> new double[0];
    private String refusal = "";

    Part(String endpoint) {
      this.endpoint = endpoint;
    }

    void prepare(Piece piece, Workplace place) {
      attempt(() -> rounds = piece.prepare(place));
    }

    void round(boolean counts) {
      attempt(
          () -> {
            var figures = rounds.run();
            if (counts) {
              measured.add(figures);
            }
          });
    }

    private interface Step {
      void run() throws IOException;
    }

    private void attempt(Step step) {
      if (!refusal.isEmpty()) {
        return;
      }
      try {
        step.run();
      } catch (IOException | TargetException e) {
        refusal = String.valueOf(e.getMessage());
      }
    }

    Cell cell(int figure) {
      return refusal.isEmpty()
          ? new Cell(endpoint, median(figure), rounds.how())
          : new Cell(endpoint, Double.NaN, refusal);
    }

    private double median(int figure) {
      return Sample.of(measured.stream().mapToDouble(round -> round[figure])).median();
    }
  }

  private List<Compared> compare(Piece piece) {
    var parts = new ArrayList<Part>();
    places.forEach(
        (name, place) -> {
          var part = new Part(name);
          part.prepare(piece, place);
          parts.add(part);
        });
    for (int round = -piece.warmUps(); round < piece.rounds(); round++) {
      for (var part : parts) {
        part.round(round >= 0);
      }
    }
    var compared = new ArrayList<Compared>();
    for (int i = 0; i < piece.figures().size(); i++) {
      int figure = i;
      var cells = parts.stream().map(part -> part.cell(figure)).toList();
      compared.add(new Compared(piece.figures().get(i), cells));
    }
    return compared;
  }

  @Override
  public void close() {
    places.values().forEach(Workplace::close);
  }
}
