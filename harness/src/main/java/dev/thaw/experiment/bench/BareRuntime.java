package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * The least that a runtime can be started with: its process and a Runtime API on a blocking socket,
 * which hands it one invocation after the other. What a fleet takes beyond this is the fleet's own.
 */
final class BareRuntime {
  private static final int LIMIT_MS = 60_000;
  private static final byte[] ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Clock clock;

  BareRuntime(Clock clock) {
    this.clock = clock;
  }

  /**
   * From the spawn of the process until it has posted its first response, and the round trips of
   * the invocations after it, in ns.
   */
  record Run(long coldStartNs, long[] warmNs) {}

  /**
   * Starts the command, lets it run the first and so many warm invocations with a pause before
   * each, and kills it.
   */
  Run run(ProcessBuilder command, byte[] payload, int warm, Duration pause) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(LIMIT_MS);
      command.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getLocalPort());
      var session = new Session(clock, next(payload), warm + 1, pause);
      command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true);
      session.sentNs = clock.nanoTime();
      var process = command.start();
      try {
        while (!session.isComplete()) {
          try (var connection = server.accept()) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(LIMIT_MS);
            session.serve(connection);
          }
        }
        return session.run();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** The calls of one runtime, over as many connections as it likes. */
  private static final class Session {
    private final Clock clock;
    private final byte[] next;
    private final long[] roundTripsNs;
    private final Duration pause;
    private int answered;
    private long sentNs;

    Session(Clock clock, byte[] next, int invocations, Duration pause) {
      this.clock = clock;
      this.next = next;
      this.roundTripsNs = new long[invocations];
      this.pause = pause;
    }

    boolean isComplete() {
      return answered == roundTripsNs.length;
    }

    Run run() {
      return new Run(roundTripsNs[0], Arrays.copyOfRange(roundTripsNs, 1, roundTripsNs.length));
    }

    void serve(Socket connection) throws IOException {
      var in = new BufferedInputStream(connection.getInputStream());
      try {
        while (!isComplete()) {
          var head = HttpHead.read(in);
          in.readNBytes(head.bodyLength());
          if (head.startsWith("post")) {
            roundTripsNs[answered++] = clock.nanoTime() - sentNs;
            connection.getOutputStream().write(ACCEPTED);
          } else {
            if (answered > 0) {
              // The first invocation counts from the spawn.
              clock.sleep(pause);
              sentNs = clock.nanoTime();
            }
            connection.getOutputStream().write(next);
          }
        }
      } catch (EOFException e) {
        // The runtime opens another connection.
        in.close();
      }
    }
  }

  private static byte[] next(byte[] payload) {
    var head =
        """
        HTTP/1.1 200 OK\r
        Lambda-Runtime-Aws-Request-Id: 00000000-0000-4000-8000-000000000000\r
        Lambda-Runtime-Deadline-Ms: 4102444800000\r
        Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:bare\r
        Lambda-Runtime-Trace-Id: Root=1-00000000-000000000000000000000000;Sampled=0\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(payload.length);
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(payload);
    return out.toByteArray();
  }
}
