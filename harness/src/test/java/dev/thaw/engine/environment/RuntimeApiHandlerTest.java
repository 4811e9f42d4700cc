package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Runtime API call by call, as a runtime sees it. */
final class RuntimeApiHandlerTest {
  private static final String ROOT = "/2018-06-01/runtime/";

  private final Heard heard = new Heard();
  private final RuntimeApi api = new RuntimeApi(heard, new ManualClock());
  private final EmbeddedChannel channel = new EmbeddedChannel(new RuntimeApiHandler(api));

  /** What the environment hears, as text. */
  private static final class Heard implements RuntimeListener {
    final List<String> events = new ArrayList<>();

    @Override
    public void started(long atNs) {
      events.add("started");
    }

    @Override
    public void ready(long atNs) {
      events.add("ready");
    }

    @Override
    public void responded(long atNs, byte[] payload) {
      events.add("responded " + new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void failed(long atNs, Failure failure) {
      events.add("failed " + failure);
    }

    @Override
    public void initFailed(long atNs, Failure failure) {
      events.add("init failed " + failure);
    }

    @Override
    public void unstartable(long atNs, String errorType, String message) {
      events.add("unstartable");
    }

    @Override
    public void exited(long atNs, ExitStatus status) {
      events.add("exited");
    }

    @Override
    public void printed(String line) {
      events.add("printed");
    }

    @Override
    public void broken(Throwable cause) {
      events.add("broken");
    }
  }

  private void deliver(String id) {
    api.deliver(
        new Delivery(
            new InvocationRequest(
                id, "arn:fn", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), "ctx"),
            new Trace(id, 1_795_435_203L, false),
            0,
            1_795_435_203_110L));
  }

  private void get(String path) {
    channel.writeInbound(
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, ROOT + path));
  }

  private void post(String path, String body, String... header) {
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            ROOT + path,
            Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
    if (header.length == 2) {
      request.headers().set(header[0], header[1]);
    }
    channel.writeInbound(request);
  }

  private String answer() {
    FullHttpResponse response = channel.readOutbound();
    assertThat(response).as("an answer").isNotNull();
    var text = response.status().code() + " " + response.content().toString(StandardCharsets.UTF_8);
    response.release();
    return text.strip();
  }

  @Test
  void nextIsAnsweredWhenThereIsAnInvocation() {
    get("invocation/next");
    assertThat(heard.events).containsExactly("ready");
    assertThat(channel.outboundMessages()).isEmpty();

    deliver("00000000-1111-4222-8333-444444444444");
    FullHttpResponse next = channel.readOutbound();

    assertThat(next.content().toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
    var headers = next.headers();
    assertThat(headers.get("Lambda-Runtime-Aws-Request-Id"))
        .isEqualTo("00000000-1111-4222-8333-444444444444");
    assertThat(headers.get("Lambda-Runtime-Deadline-Ms")).isEqualTo("1795435203110");
    assertThat(headers.get("Lambda-Runtime-Invoked-Function-Arn")).isEqualTo("arn:fn");
    assertThat(headers.get("Lambda-Runtime-Client-Context")).isEqualTo("ctx");
    // 1795435203 s since the epoch is 6b042ac3 in hexadecimal digits.
    assertThat(headers.get("Lambda-Runtime-Trace-Id"))
        .isEqualTo("Root=1-6b042ac3-000000001111422283334444;Parent=8333444444444444;Sampled=0");
    next.release();
  }

  @Test
  void responseIsAccepted() {
    get("invocation/next");
    deliver("id");
    answer();
    post("invocation/id/response", "\"done\"");

    assertThat(answer()).isEqualTo("202 {\"status\":\"OK\"}");
    assertThat(heard.events).containsExactly("ready", "responded \"done\"");
  }

  @Test
  void responseMayComeInChunks() {
    get("invocation/next");
    deliver("id");
    answer();
    channel.writeInbound(
        new DefaultHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, ROOT + "invocation/id/response"),
        new DefaultHttpContent(Unpooled.copiedBuffer("\"do", StandardCharsets.UTF_8)),
        new DefaultHttpContent(Unpooled.copiedBuffer("ne", StandardCharsets.UTF_8)),
        new DefaultLastHttpContent(Unpooled.copiedBuffer("\"", StandardCharsets.UTF_8)));

    assertThat(answer()).startsWith("202");
    assertThat(heard.events).endsWith("responded \"done\"");
  }

  @Test
  void streamedResponseMayEndInAnError() {
    get("invocation/next");
    deliver("id");
    answer();
    var last = new DefaultLastHttpContent();
    last.trailingHeaders().set("Lambda-Runtime-Function-Error-Type", "Runtime.StreamError");
    last.trailingHeaders()
        .set(
            "Lambda-Runtime-Function-Error-Body",
            Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)));
    channel.writeInbound(
        new DefaultHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, ROOT + "invocation/id/response"),
        new DefaultHttpContent(Unpooled.copiedBuffer("half", StandardCharsets.UTF_8)),
        last);

    assertThat(answer()).startsWith("202");
    assertThat(heard.events).endsWith("failed Runtime.StreamError {}");
  }

  @Test
  void responseBeyondTheLimitIsRefusedAndTheErrorAfterItIsOfNoConsequence() {
    get("invocation/next");
    deliver("id");
    answer();
    post("invocation/id/response", "x".repeat(6_291_557));

    assertThat(answer())
        .startsWith("413")
        .contains("Exceeded maximum allowed payload size (6291556 bytes).");
    assertThat(heard.events).hasSize(2);
    assertThat(heard.events.get(1)).startsWith("failed Function.ResponseSizeTooLarge");

    post("invocation/id/error", "{}");
    assertThat(answer()).startsWith("202");
    get("invocation/next");
    assertThat(heard.events).endsWith("ready");
  }

  @Test
  void responseOfExactlyTheLimitIsAccepted() {
    get("invocation/next");
    deliver("id");
    answer();
    post("invocation/id/response", "x".repeat(6_291_556));

    assertThat(answer()).startsWith("202");
  }

  @Test
  void errorCarriesItsTypeInAHeader() {
    get("invocation/next");
    deliver("id");
    answer();
    post(
        "invocation/id/error",
        "{\"errorMessage\":\"no\"}",
        "Lambda-Runtime-Function-Error-Type",
        "Function.Oops");

    assertThat(answer()).startsWith("202");
    assertThat(heard.events).endsWith("failed Function.Oops {\"errorMessage\":\"no\"}");
  }

  @Test
  void initErrorIsReported() {
    post("init/error", "{}", "Lambda-Runtime-Function-Error-Type", "Runtime.NoSuchHandler");

    assertThat(answer()).startsWith("202");
    assertThat(heard.events).containsExactly("init failed Runtime.NoSuchHandler {}");
  }

  @Test
  void wrongIdIsRefused() {
    get("invocation/next");
    deliver("id");
    answer();
    post("invocation/other/response", "1");

    assertThat(answer())
        .isEqualTo(
            "400 {\"errorType\":\"InvalidRequestID\",\"errorMessage\":\"Invalid request ID\"}");
    assertThat(heard.events).containsExactly("ready");
  }

  @Test
  void secondAnswerToTheSameInvocationIsRefused() {
    get("invocation/next");
    deliver("id");
    answer();
    post("invocation/id/response", "1");
    answer();
    post("invocation/id/response", "2");

    assertThat(answer()).startsWith("403").contains("InvalidStateTransition");
    assertThat(heard.events).containsExactly("ready", "responded 1");
  }

  @Test
  void askingForMoreBeforeAnsweringIsRefused() {
    get("invocation/next");
    deliver("id");
    answer();
    get("invocation/next");

    assertThat(answer()).startsWith("403");
  }

  @Test
  void invocationForARuntimeThatGaveUpWaitingIsKeptForItsNextCall() {
    get("invocation/next");
    var unused = channel.close();
    deliver("id");
    var second = new EmbeddedChannel(new RuntimeApiHandler(api));
    second.writeInbound(
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, ROOT + "invocation/next"));
    FullHttpResponse next = second.readOutbound();

    assertThat(next.headers().get("Lambda-Runtime-Aws-Request-Id")).isEqualTo("id");
    next.release();
  }

  @Test
  void unknownCallsAreNotFound() {
    get("teapot");
    assertThat(answer()).startsWith("404");
    post("invocation/id/teapot", "");
    assertThat(answer()).startsWith("400");
  }
}
