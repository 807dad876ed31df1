package io.pilothouse.kafka;

import io.pilothouse.kafka.Finding.Listener;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;

/**
 * Looks at what listens at an address where a broker should be, because Kafka's client says no more than that it timed out.
 *
 * <p>It asks for a SASL handshake: a listener that authenticates answers with its mechanisms, one that does not says that none is
 * expected (error ILLEGAL_SASL_STATE), one that speaks TLS takes it for a broken record.
 */
final class ListenerProbe {

    private static final String CLIENT_ID = "pilothouse";
    private static final String MECHANISM = "PLAIN";
    private static final short HANDSHAKE_VERSION = 1;
    private static final int CORRELATION_ID = 1;
    private static final int LONGEST_ANSWER = 10_000;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;

    private final Address address;
    private final int timeout;

    private ListenerProbe(Address address, Duration deadline) {
        this.address = address;
        this.timeout = Answers.millis(deadline);
    }

    /** Blocks for as long as looking up the name takes, and up to the deadline for each of connecting and answering. */
    static Finding look(Address address, Duration deadline) {
        return new ListenerProbe(address, deadline).look();
    }

    private Finding look() {
        var target = new InetSocketAddress(address.host(), address.port());
        if (target.isUnresolved()) {
            return found(Listener.UNKNOWN_HOST, "");
        }
        try (Socket socket = new Socket()) {
            socket.connect(target, timeout);
            return answer(socket, target);
        } catch (ConnectException e) {
            return found(Listener.REFUSED, message(e));
        } catch (IOException e) {
            return found(Listener.UNREACHABLE, message(e));
        }
    }

    private Finding answer(Socket socket, InetSocketAddress target) {
        try {
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(saslHandshake());
            return read(new DataInputStream(socket.getInputStream()));
        } catch (SocketTimeoutException e) {
            return found(Listener.SILENT, "");
        } catch (IOException e) {
            return speaksTls(target) ? found(Listener.TLS, "") : found(Listener.FOREIGN, message(e));
        }
    }

    /** Size, correlation id, error code, mechanisms: the response of SaslHandshake, version 1. */
    private Finding read(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LONGEST_ANSWER || in.readInt() != CORRELATION_ID) {
            throw new IOException("an answer of another protocol");
        }
        if (in.readShort() == Errors.ILLEGAL_SASL_STATE.code()) {
            return found(Listener.PLAIN, "");
        }
        List<String> mechanisms = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            mechanisms.add(new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8));
        }
        return found(Listener.SASL, "SASL " + String.join(", ", mechanisms));
    }

    private boolean speaksTls(InetSocketAddress target) {
        try (Socket socket = new Socket()) {
            socket.connect(target, timeout);
            socket.setSoTimeout(timeout);
            socket.getOutputStream().write(clientHello());
            int first = socket.getInputStream().read();
            return first == TLS_HANDSHAKE || first == TLS_ALERT;
        } catch (IOException | NoSuchAlgorithmException e) {
            return false;
        }
    }

    private static byte[] clientHello() throws IOException, NoSuchAlgorithmException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return written(hello);
    }

    private static byte[] saslHandshake() {
        ByteBuffer request = ByteBuffer.allocate(64);
        request.position(Integer.BYTES);
        request.putShort(ApiKeys.SASL_HANDSHAKE.id);
        request.putShort(HANDSHAKE_VERSION);
        request.putInt(CORRELATION_ID);
        for (String text : List.of(CLIENT_ID, MECHANISM)) {
            request.putShort((short) text.length());
            request.put(text.getBytes(StandardCharsets.UTF_8));
        }
        request.putInt(0, request.position() - Integer.BYTES);
        return written(request);
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Finding found(Listener listener, String detail) {
        return new Finding(address, listener, detail);
    }

    private static String message(IOException e) {
        return e instanceof EOFException ? "it ended the connection" : String.valueOf(e.getMessage());
    }
}
