package dev.thaw.engine.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One HTTP/1.1 port that serves all services of a directory. */
public final class Endpoint implements AutoCloseable {
  private static final int LONGEST_LINE = 32 * 1024;
  private static final int LONGEST_HEADERS = 64 * 1024;
  private static final int LARGEST_CHUNK = 64 * 1024;

  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel server;

  private Endpoint(EventLoopGroup loops, ChannelGroup connections, Channel server) {
    this.loops = loops;
    this.connections = connections;
    this.server = server;
  }

  /**
   * Listens; {@code requestIds} gives a new id to each request.
   *
   * @throws IOException if the address is taken or not this machine's
   */
  public static Endpoint open(
      InetSocketAddress address, Directory directory, Supplier<String> requestIds)
      throws IOException {
    var loops =
        new MultiThreadIoEventLoopGroup(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("thaw-endpoint", true),
            NioIoHandler.newFactory());
    var connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            // Read on demand: one request at a time on each connection keeps answers in order.
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(pipeline(connections, directory, requestIds))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return new Endpoint(loops, connections, bound.channel());
  }

  private static ChannelInitializer<Channel> pipeline(
      ChannelGroup connections, Directory directory, Supplier<String> requestIds) {
    var memory = BodyMemory.ofThisProcess();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        connections.add(channel);
        channel
            .pipeline()
            .addLast(
                new HttpServerCodec(
                    new HttpDecoderConfig()
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LONGEST_HEADERS)
                        .setMaxChunkSize(LARGEST_CHUNK)),
                new FlowControlHandler(),
                new Connection(directory, requestIds, memory));
      }
    };
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** Accepts no further connections; those that are open still get their answers. */
  public void stopAccepting() {
    server.close().awaitUninterruptibly();
  }

  @Override
  public void close() {
    stopAccepting();
    connections.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
