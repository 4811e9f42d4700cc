package dev.thaw.engine.environment;

import static io.netty.handler.codec.http.HttpResponseStatus.ACCEPTED;
import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.FORBIDDEN;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;

import dev.thaw.engine.environment.RuntimeApi.Verdict;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One connection to the Runtime API 2018-06-01. */
final class RuntimeApiHandler extends SimpleChannelInboundHandler<HttpObject> {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/";
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";
  private static final byte[] STATUS_OK =
      "{\"status\":\"OK\"}\n".getBytes(StandardCharsets.US_ASCII);

  private final RuntimeApi api;
  private @Nullable HttpRequest request;
  private @Nullable ByteBuf body;
  private boolean isTooLarge;

  RuntimeApiHandler(RuntimeApi api) {
    this.api = api;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
    if (message instanceof HttpRequest head) {
      request = head;
      isTooLarge = false;
    }
    if (message instanceof HttpContent content) {
      collect(context, content.content());
    }
    if (message instanceof LastHttpContent last && request != null) {
      var complete = request;
      request = null;
      answer(new Call(context, complete, last.trailingHeaders()), takeBody());
    }
  }

  private void collect(ChannelHandlerContext context, ByteBuf content) {
    int sum = content.readableBytes() + (body == null ? 0 : body.readableBytes());
    if (sum > Failure.MAX_RESPONSE_BYTES) {
      isTooLarge = true;
      releaseBody();
    }
    if (isTooLarge || !content.isReadable()) {
      return;
    }
    if (body == null) {
      body = context.alloc().heapBuffer(content.readableBytes());
    }
    body.writeBytes(content);
  }

  private byte[] takeBody() {
    var bytes = body == null ? new byte[0] : ByteBufUtil.getBytes(body);
    releaseBody();
    return bytes;
  }

  private void releaseBody() {
    if (body != null) {
      body.release();
      body = null;
    }
  }

  private void answer(Call call, byte[] payload) {
    var path = call.request().uri();
    if (call.request().method().equals(HttpMethod.GET)) {
      if (path.equals(INVOCATION + "next")) {
        next(call);
        return;
      }
    } else if (path.equals(ROOT + "init/error")) {
      call.reply(ACCEPTED, STATUS_OK);
      api.failInit(Failure.posted(call.header(ERROR_TYPE), payload));
      return;
    } else if (path.startsWith(INVOCATION) && path.indexOf('/', INVOCATION.length()) > 0) {
      answerInvocation(call, path.substring(INVOCATION.length()), payload);
      return;
    }
    call.reply(NOT_FOUND, Failure.of("NotFound", "no such call: " + path).payload());
  }

  private void next(Call call) {
    var verdict = api.next(delivery -> call.send(delivery));
    if (verdict != Verdict.ACCEPTED) {
      refuse(call, verdict);
    }
  }

  private void answerInvocation(Call call, String idAndKind, byte[] payload) {
    int slash = idAndKind.indexOf('/');
    var verdict = api.check(idAndKind.substring(0, slash));
    if (verdict != Verdict.ACCEPTED) {
      refuse(call, verdict);
      return;
    }
    switch (idAndKind.substring(slash + 1)) {
      case "response" -> respond(call, payload);
      case "error" -> {
        call.reply(ACCEPTED, STATUS_OK);
        api.fail(Failure.posted(call.header(ERROR_TYPE), payload));
      }
      default -> call.reply(NOT_FOUND, Failure.of("NotFound", "no such call").payload());
    }
  }

  private void respond(Call call, byte[] payload) {
    if (isTooLarge) {
      call.reply(
          REQUEST_ENTITY_TOO_LARGE,
          Failure.of(
                  "RequestEntityTooLarge",
                  "Exceeded maximum allowed payload size (%d bytes)."
                      .formatted(Failure.MAX_RESPONSE_BYTES))
              .payload());
      api.refuse();
      return;
    }
    var midStreamError = call.trailers().get(ERROR_TYPE);
    if (midStreamError == null) {
      api.respond(payload);
    } else {
      var error = call.trailers().get(ERROR_BODY, "");
      api.fail(Failure.posted(midStreamError, Base64.getMimeDecoder().decode(error)));
    }
    // The caller waits for its answer, the runtime only for leave to go on.
    call.reply(ACCEPTED, STATUS_OK);
  }

  private static void refuse(Call call, Verdict verdict) {
    if (verdict == Verdict.INVALID_ID) {
      call.reply(BAD_REQUEST, Failure.of("InvalidRequestID", "Invalid request ID").payload());
    } else {
      call.reply(
          FORBIDDEN,
          Failure.of("InvalidStateTransition", "The invocation is not open for this call")
              .payload());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    releaseBody();
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
    if (!(cause instanceof IOException)) {
      context.fireExceptionCaught(cause);
    }
  }

  /** One call, with what is needed to answer it. */
  private record Call(ChannelHandlerContext context, HttpRequest request, HttpHeaders trailers) {
    String header(String name) {
      return request.headers().get(name, "");
    }

    void reply(HttpResponseStatus status, byte[] body) {
      write(response(status, body));
    }

    boolean send(Delivery delivery) {
      if (!context.channel().isActive()) {
        return false;
      }
      var response = response(OK, delivery.request().payload());
      delivery.addTo(response.headers());
      write(response);
      return true;
    }

    private static FullHttpResponse response(HttpResponseStatus status, byte[] body) {
      var response =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
      response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
      response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
      return response;
    }

    private void write(FullHttpResponse response) {
      boolean staysOpen = HttpUtil.isKeepAlive(request);
      HttpUtil.setKeepAlive(response, staysOpen);
      var written = context.writeAndFlush(response);
      if (!staysOpen) {
        written.addListener(ChannelFutureListener.CLOSE);
      }
    }
  }
}
