package dev.thaw.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.Engine;
import dev.thaw.engine.EngineException;
import dev.thaw.engine.EngineSettings;
import dev.thaw.engine.EngineUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The port itself, spoken to in plain HTTP. */
@Timeout(30)
final class EndpointIT {
  private static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=AK/20261123/eu-west-1/%s/aws4_request,"
          + " SignedHeaders=host, Signature=00\r\nX-Amz-Date: 20261123T000000Z\r\n";

  @TempDir Path folder;
  private EngineUnderTest engine;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A response's head and its body. */
  private record Response(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), engine.engine().endpoint().getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static Response receive(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var head = head(in);
    var length = head.toLowerCase(Locale.ROOT).split("content-length: ", 2);
    var size = length.length == 1 ? 0 : Integer.parseInt(length[1].split("\r\n", 2)[0]);
    return new Response(head, new String(in.readNBytes(size), ISO_8859_1));
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("closed after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String request(String method, String path, String headers, String body) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(method, path, headers, body.length(), body);
  }

  /** The lines and an empty one. */
  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws IOException {
    try (var socket = connect()) {
      send(
          socket,
          request("PUT", "/bucket", "", "")
              + request("PUT", "/bucket/a", "", "first")
              + request("PUT", "/bucket/a", "", "second")
              + request("GET", "/bucket/a", "", "")
              + request("HEAD", "/bucket/a", "", "")
              + request("GET", "/2015-03-31/functions/", "", "")
              + request("GET", "/bucket/b", "", ""));

      assertThat(receive(socket).status()).isEqualTo(200);
      assertThat(receive(socket).status()).isEqualTo(200);
      assertThat(receive(socket).status()).isEqualTo(200);
      assertThat(receive(socket).body()).isEqualTo("second");
      assertThat(head(socket.getInputStream())).containsIgnoringCase("Content-Length: 6\r\n");
      assertThat(receive(socket).body()).isEqualTo("{\"Functions\":[]}");
      assertThat(receive(socket).body()).contains("<Code>NoSuchKey</Code>", "<Key>b</Key>");
    }
  }

  @Test
  void letsAWaitingClientContinue() throws IOException {
    try (var socket = connect()) {
      send(socket, request("PUT", "/bucket", "", ""));
      receive(socket);
      send(
          socket,
          lines(
              "PUT /bucket/a HTTP/1.1",
              "Host: localhost",
              "Expect: 100-continue",
              "Content-Length: 5"));
      assertThat(receive(socket).status()).isEqualTo(100);
      send(socket, "hello");
      assertThat(receive(socket).status()).isEqualTo(200);
      send(socket, request("GET", "/bucket/a", "", ""));
      assertThat(receive(socket).body()).isEqualTo("hello");
    }
  }

  @Test
  void refusesATooLargeBodyBeforeItIsSent() throws IOException {
    try (var socket = connect()) {
      send(
          socket,
          lines(
              "POST /2015-03-31/functions HTTP/1.1",
              "Host: localhost",
              "Expect: 100-continue",
              "Content-Length: 70167212"));
      var response = receive(socket);

      assertThat(response.status()).isEqualTo(413);
      assertThat(response.head()).containsIgnoringCase("x-amzn-ErrorType: RequestEntityTooLarge");
      assertThat(response.body())
          .isEqualTo(
              "{\"Message\":\"Request must be smaller than 70167211 bytes for the CreateFunction"
                  + " operation\"}");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void dropsATooLargeBodyAndGoesOn() throws IOException {
    try (var socket = connect()) {
      var payload = "1".repeat(6 * 1024 * 1024 + 1);
      send(socket, request("POST", "/2015-03-31/functions/f/invocations", "", payload));
      assertThat(receive(socket).status()).isEqualTo(413);
      send(socket, request("GET", "/2015-03-31/functions", "", ""));
      assertThat(receive(socket).status()).isEqualTo(200);
    }
  }

  @Test
  void takesChunkedBodies() throws IOException {
    try (var socket = connect()) {
      send(
          socket,
          request("PUT", "/bucket", "", "")
              + lines("PUT /bucket/a HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked")
              + lines("3", "hel", "2", "lo", "0")
              + request("GET", "/bucket/a", "", ""));
      receive(socket);
      receive(socket);
      assertThat(receive(socket).body()).isEqualTo("hello");
    }
  }

  @Test
  void findsBucketsInTheHostName() throws IOException {
    try (var socket = connect()) {
      send(socket, request("PUT", "/bucket", "", ""));
      receive(socket);
      send(
          socket,
          lines("PUT /a HTTP/1.1", "Host: bucket.localhost:4566", "Content-Length: 5")
              + "hello"
              + lines("GET /a HTTP/1.1", "Host: bucket.s3.localhost"));
      receive(socket);
      assertThat(receive(socket).body()).isEqualTo("hello");
    }
  }

  @Test
  void findsTheServiceOfAnUnsignedForm() throws IOException {
    try (var socket = connect()) {
      send(
          socket,
          request(
              "POST",
              "/",
              "Content-Type: application/x-www-form-urlencoded\r\n",
              "Action=GetCallerIdentity&Version=2011-06-15"));
      assertThat(receive(socket).body()).contains("<Account>000000000000</Account>");
    }
  }

  @Test
  void refusesAMalformedAuthorization() throws IOException {
    try (var socket = connect()) {
      var path = "/2015-03-31/functions";
      send(socket, request("GET", path, "Authorization: AWS4-HMAC-SHA256 Credential=AK\r\n", ""));
      var response = receive(socket);

      assertThat(response.status()).isEqualTo(403);
      assertThat(response.head()).containsIgnoringCase("ErrorType: IncompleteSignatureException");
      assertThat(response.body())
          .contains("Authorization header requires 'Signature' parameter.")
          .contains("Authorization header requires 'SignedHeaders' parameter.")
          .contains("either a 'X-Amz-Date' or a 'Date' header");
    }
  }

  @Test
  void namesAServiceThatItLacks() throws IOException {
    try (var socket = connect()) {
      var target = "X-Amz-Target: Firehose_20150804.ListDeliveryStreams\r\n";
      send(socket, request("POST", "/", SIGNED.formatted("firehose") + target, "{}"));
      var response = receive(socket);

      assertThat(response.status()).isEqualTo(501);
      assertThat(response.body())
          .isEqualTo(
              "{\"__type\":\"NotImplemented\",\"message\":\"The service firehose"
                  + " (Firehose_20150804.ListDeliveryStreams) is not implemented by this engine\"}");
    }
  }

  @Test
  void survivesWhatIsNoHttp() throws IOException {
    try (var socket = connect()) {
      send(socket, "nonsense\r\n\r\n");
      assertThat(receive(socket).status()).isEqualTo(400);
    }
    try (var socket = connect()) {
      send(socket, request("GET", "/bucket/%zz", "", ""));
      assertThat(receive(socket).status()).isEqualTo(400);
    }
    try (var socket = connect()) {
      send(socket, request("GET", "/2015-03-31/functions", "", ""));
      assertThat(receive(socket).status()).isEqualTo(200);
    }
  }

  @Test
  void tellsABusyPortAndTheRemedy() {
    var port = engine.engine().endpoint().getPort();
    var settings = EngineSettings.defaults().withPort(port).withWorkFolder(folder);
    assertThatThrownBy(
            () ->
                Engine.start(settings, (work, logs, time) -> engine.environments().environments()))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("port " + port)
        .hasMessageContaining("take port 0");
    // The environments that were made for it are ended, and its folder is gone.
    assertThat(engine.environments().ended()).isEqualTo(1);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void leavesNothingBehindWhereTheEnvironmentsDoNotStart() {
    var settings = EngineSettings.defaults().withWorkFolder(folder.resolve("other"));
    assertThatThrownBy(
            () ->
                Engine.start(
                    settings,
                    (work, logs, time) -> {
                      throw new IOException("no processes here");
                    }))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no processes here");
    assertThat(folder.resolve("other")).isEmptyDirectory();
  }

  @Test
  void closesOnceAndLeavesNothingBehind() {
    engine.close();
    engine.close();
    assertThat(engine.environments().ended()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
  }
}
