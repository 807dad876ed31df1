package io.pilothouse.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine, and can let the connections of the moment go dead as a network does: they stay open,
 * but nothing passes any more. New ones work.
 */
final class StallingProxy implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int stalledBefore;
    private volatile int accepted;

    StallingProxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAll);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Lets nothing pass any more on the connections there are. */
    void stall() {
        stalledBefore = accepted;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = entrance.accept();
                int number = accepted++;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(number, client, server));
                Thread.ofVirtual().start(() -> pass(number, server, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(int number, Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (number >= stalledBefore) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
            if (number >= stalledBefore) {
                to.close();
            }
        } catch (IOException e) {
            // the other side is gone
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
