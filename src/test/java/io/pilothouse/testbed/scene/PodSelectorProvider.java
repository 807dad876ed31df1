package io.pilothouse.testbed.scene;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Optional;
import sun.nio.ch.DefaultSelectorProvider;

/**
 * The JDK's own provider of channels, except that a socket channel opened by a pod's thread is bound to the pod's address:
 * a broker then sees its clients' pods. Every other thread gets what it always gets.
 *
 * <p>Takes effect in a JVM started with {@code -Djava.nio.channels.spi.SelectorProvider=} this class and {@code
 * --add-exports java.base/sun.nio.ch=ALL-UNNAMED}.
 */
public final class PodSelectorProvider extends SelectorProvider {

    private final SelectorProvider platform = DefaultSelectorProvider.get();

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        SocketChannel channel = platform.openSocketChannel();
        Optional<PodThread> pod = PodThread.current();
        if (pod.isPresent()) {
            channel.bind(new InetSocketAddress(pod.get().address(), 0));
        }
        return channel;
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        return platform.openSocketChannel(family);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return platform.openServerSocketChannel();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        return platform.openServerSocketChannel(family);
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return platform.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return platform.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return platform.openPipe();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return platform.openSelector();
    }
}
