package dev.thaw.engine.environment;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The Runtime API of one runtime on a port of its own on 127.0.0.1; the server, its connections and
 * the environment share one event loop.
 */
final class RuntimeApiServer implements AutoCloseable {
  private static final int MAX_CHUNK_BYTES = 1 << 16;
  private static final int BACKLOG = 16;

  private final NettyLoop loop;
  private final RuntimeApi api;
  private final ChannelGroup channels;

  RuntimeApiServer(NettyLoop loop, RuntimeApi api) {
    this.loop = loop;
    this.api = api;
    this.channels = new DefaultChannelGroup(loop.eventLoop(), true);
  }

  /** Opens the port and tells its number, on the loop; or what went wrong. */
  void open(IntConsumer opened, Consumer<Throwable> failed) {
    new ServerBootstrap()
        .group(loop.eventLoop(), loop.eventLoop())
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channels.add(channel);
                channel
                    .pipeline()
                    .addLast(
                        new HttpServerCodec(
                            new HttpDecoderConfig().setMaxChunkSize(MAX_CHUNK_BYTES)),
                        new HttpServerExpectContinueHandler(),
                        new RuntimeApiHandler(api));
              }
            })
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .addListener(
            (ChannelFuture bound) -> {
              if (bound.isSuccess()) {
                channels.add(bound.channel());
                opened.accept(((InetSocketAddress) bound.channel().localAddress()).getPort());
              } else {
                failed.accept(bound.cause());
              }
            });
  }

  @Override
  public void close() {
    var unused = channels.close();
  }
}
