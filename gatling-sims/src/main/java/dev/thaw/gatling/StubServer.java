package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.invocation.ReportLine;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Answers every request at once as a warm function would, on the loopback interface: what a
 * generator burns in on, so that no target pays for it. Each so many requests it closes the
 * connection.
 */
final class StubServer implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel channel;

  StubServer(int closeEvery) {
    channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    connection
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(1 << 23),
                            new Warm(closeEvery));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** One answer for all requests of a connection. */
  private static final class Warm extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";
    private static final byte[] BODY =
        """
        {"marker":{"environmentId":"stub","invocationIndex":2,"initializedAtNs":1,\
        "startedAtNs":2,"endedAtNs":3,"initializationType":"on-demand"},"padding":""}"""
            .getBytes(UTF_8);
    private static final String LOG =
        Base64.getEncoder()
            .encodeToString(
                ("START RequestId: %1$s Version: $LATEST\nEND RequestId: %1$s\n"
                            .formatted(REQUEST_ID)
                        + ReportLine.warm(REQUEST_ID, 1.23, 2, 128, 64).format())
                    .getBytes(UTF_8));

    private int left;

    Warm(int closeEvery) {
      left = closeEvery;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
      var response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(BODY));
      response
          .headers()
          .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
          .setInt(HttpHeaderNames.CONTENT_LENGTH, BODY.length)
          .set("x-amzn-RequestId", REQUEST_ID)
          .set("X-Amz-Executed-Version", "$LATEST")
          .set("X-Amz-Log-Result", LOG);
      left--;
      HttpUtil.setKeepAlive(response, left > 0);
      connection
          .writeAndFlush(response)
          .addListener(
              left > 0 ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }
  }
}
