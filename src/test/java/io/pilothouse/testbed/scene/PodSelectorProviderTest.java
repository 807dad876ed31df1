package io.pilothouse.testbed.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testbed.kubelet.PodNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PodSelectorProviderTest {

    @Test
    void isTheProviderOfThisJvm() {
        assertThat(SelectorProvider.provider()).isInstanceOf(PodSelectorProvider.class);
    }

    @Test
    void aThreadOfAPodAndTheThreadsItStartsConnectFromThePodsAddress() throws Exception {
        try (var network = PodNetwork.claim()) {
            InetAddress address = network.next();
            var fromPod = new CompletableFuture<InetAddress>();
            var fromItsThread = new CompletableFuture<InetAddress>();
            new PodThread(address, (at, line) -> {})
                    .unstarted("pod", () -> {
                        fromPod.complete(seenByServer());
                        Thread.ofPlatform().start(() -> fromItsThread.complete(seenByServer()));
                    })
                    .start();
            assertThat(fromPod.get(5, TimeUnit.SECONDS)).isEqualTo(address);
            assertThat(fromItsThread.get(5, TimeUnit.SECONDS)).isEqualTo(address);
        }
    }

    @Test
    void everyOtherThreadConnectsAsAlways() {
        assertThat(seenByServer().getHostAddress()).isEqualTo("127.0.0.1");
    }

    private static InetAddress seenByServer() {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            assertThat(client.isConnected()).isTrue();
            return ((InetSocketAddress) accepted.getRemoteAddress()).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
