package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * The pods' addresses: a slice 127.1.N.0/24 of loopback that belongs to this platform alone for as long as the network
 * is open. Linux answers on all of 127.0.0.0/8 without any set-up.
 */
public final class PodNetwork implements AutoCloseable {

    /** The port of a real kubelet; holding it on the slice's first address is what claims the slice. */
    private static final int CLAIM_PORT = 10250;

    private static final int SLICES = 256;
    private static final int FIRST_HOST = 2;
    private static final int LAST_HOST = 254;

    private final int slice;
    private final ServerSocket claim;
    private final Queue<Integer> free = new ArrayDeque<>();
    private final Set<Integer> taken = new HashSet<>();

    private PodNetwork(int slice, ServerSocket claim) {
        this.slice = slice;
        this.claim = claim;
        for (int host = FIRST_HOST; host <= LAST_HOST; host++) {
            free.add(host);
        }
    }

    /**
     * Claims the first free slice.
     *
     * @throws IllegalStateException if 256 other platforms hold all of them, or loopback is only 127.0.0.1 here
     */
    public static PodNetwork claim() {
        for (int slice = 0; slice < SLICES; slice++) {
            try {
                return new PodNetwork(slice, new ServerSocket(CLAIM_PORT, 1, address(slice, 1)));
            } catch (IOException heldByAnotherPlatform) {
                // the next slice may be free
            }
        }
        throw new IllegalStateException(
                "No address 127.1.N.1 can be bound on port " + CLAIM_PORT + ": pods need a free slice of 127.1.0.0/16");
    }

    /**
     * An address that no pod has; one that was given back is used again as late as possible.
     *
     * @throws IllegalStateException if all 253 addresses are in use
     */
    public synchronized InetAddress next() {
        Integer host = free.poll();
        if (host == null) {
            throw new IllegalStateException("All addresses of " + cidr() + " are in use");
        }
        taken.add(host);
        return address(slice, host);
    }

    /** Gives an address back; one that was not handed out here is left alone. */
    public synchronized void release(InetAddress address) {
        byte[] bytes = address.getAddress();
        int host = Byte.toUnsignedInt(bytes[bytes.length - 1]);
        if (taken.contains(host) && address.equals(address(slice, host))) {
            taken.remove(host);
            free.add(host);
        }
    }

    /** The slice, for instance {@code 127.1.0.0/24}. */
    public String cidr() {
        return "127.1." + slice + ".0/24";
    }

    /** Lets other platforms have the slice. */
    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress address(int slice, int host) {
        try {
            return Inet4Address.getByAddress(new byte[] {127, 1, (byte) slice, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an IPv4 address", e);
        }
    }
}
