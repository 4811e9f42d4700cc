package dev.thaw.engine.http;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.WireRequest;
import dev.thaw.engine.protocol.WireResponse;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. It reads a request whole, hands it to its service, writes the answer,
 * and only then asks for the next one. All of it runs on the connection's event loop.
 */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private final Directory directory;
  private final Supplier<String> requestIds;
  private final BodyMemory memory;
  private @Nullable Exchange current;
  private @Nullable Patience patience;

  Connection(Directory directory, Supplier<String> requestIds, BodyMemory memory) {
    this.directory = directory;
    this.requestIds = requestIds;
    this.memory = memory;
  }

  /** A request on its way in. */
  private record Exchange(
      WireRequest head,
      Directory.Addressed addressed,
      Body body,
      boolean isKeptAlive,
      String requestId) {

    Optional<AwsException> refusal() {
      return addressed.refusal().or(body::refusal);
    }

    Call call(WireRequest wire) {
      return new Call(requestId, addressed.caller(), wire);
    }
  }

  /** Stands before the codec, so that it sees the first bytes of a request. */
  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    patience = new Patience(() -> reject(context, HttpResponseStatus.REQUEST_TIMEOUT));
    context.pipeline().addFirst(patience);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    context.read();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      reject(context, HttpResponseStatus.BAD_REQUEST);
      return;
    }
    if (patience != null) {
      patience.progressed();
      if (part instanceof LastHttpContent) {
        patience.arrived();
      }
    }
    if (part instanceof HttpRequest request) {
      begin(context, request);
    }
    var exchange = current;
    if (exchange != null && part instanceof HttpContent content) {
      exchange.body().add(content.content());
      if (part instanceof LastHttpContent) {
        current = null;
        answer(context, exchange);
        return;
      }
    }
    context.read();
  }

  private void begin(ChannelHandlerContext context, HttpRequest request) {
    try {
      var head =
          WireRequest.of(request.method().name(), request.uri(), request.headers(), new byte[0]);
      var addressed = directory.find(head);
      var announced = HttpUtil.getContentLength(request, -1L);
      var body = new Body(addressed.service().limit(head), announced, memory);
      var exchange =
          new Exchange(head, addressed, body, HttpUtil.isKeepAlive(request), requestIds.get());
      if (!HttpUtil.is100ContinueExpected(request)) {
        current = exchange;
      } else if (exchange.refusal().isPresent()) {
        // The client waits with its body, and may or may not still send it.
        write(context, refuse(exchange, exchange.refusal().orElseThrow()), false);
        body.release();
      } else {
        current = exchange;
        var unused =
            context.writeAndFlush(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
    } catch (IllegalArgumentException notPercentEncoded) {
      reject(context, HttpResponseStatus.BAD_REQUEST);
    }
  }

  private void answer(ChannelHandlerContext context, Exchange exchange) {
    var refusal = exchange.refusal();
    if (refusal.isPresent()) {
      write(context, refuse(exchange, refusal.orElseThrow()), exchange.isKeptAlive());
      exchange.body().release();
      return;
    }
    var wire = exchange.head().withBody(exchange.body().bytes());
    // A form tells its service only now.
    var service = wire.isForm() ? directory.find(wire).service() : exchange.addressed().service();
    var unused =
        answer(service, exchange.call(wire))
            .thenAccept(response -> write(context, response, exchange.isKeptAlive()))
            .whenComplete((done, failure) -> exchange.body().release());
  }

  /** Whatever a service cannot cope with, its client gets an answer. */
  private static CompletableFuture<WireResponse> answer(Service service, Call call) {
    try {
      return service.answer(call).exceptionally(failure -> broken(service, call, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(broken(service, call, e));
    }
  }

  private static WireResponse broken(Service service, Call call, Throwable failure) {
    return service.refuse(
        call, new AwsException(CommonError.INTERNAL_FAILURE, "The engine failed: " + failure));
  }

  private static WireResponse refuse(Exchange exchange, AwsException reason) {
    return exchange.addressed().service().refuse(exchange.call(exchange.head()), reason);
  }

  private static void write(
      ChannelHandlerContext context, WireResponse response, boolean isKeptAlive) {
    var message =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(response.status()),
            Unpooled.wrappedBuffer(response.body()),
            response.headers(),
            EmptyHttpHeaders.INSTANCE);
    // A HEAD's answer tells the length of what a GET would bring.
    if (!message.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
      HttpUtil.setContentLength(message, response.body().length);
    }
    HttpUtil.setKeepAlive(message, isKeptAlive);
    var unused =
        context
            .writeAndFlush(message)
            .addListener(isKeptAlive ? done -> context.read() : ChannelFutureListener.CLOSE);
  }

  private void reject(ChannelHandlerContext context, HttpResponseStatus status) {
    forget();
    var message = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    HttpUtil.setContentLength(message, 0);
    HttpUtil.setKeepAlive(message, false);
    var unused = context.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
  }

  private void forget() {
    if (current != null) {
      current.body().release();
      current = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    forget();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // The client went away, or what it sent broke the codec; there is nobody left to tell.
    var unused = context.close();
  }
}
