package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** Hands on what a process adds to its log file, line by line. */
public final class LogTail {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final LogSink sink;
    private final Clock clock;
    private long position;

    /** @param file need not be there yet */
    public LogTail(Path file, LogSink sink, Clock clock) {
        this.file = file;
        this.sink = sink;
        this.clock = clock;
    }

    /** Reads on from where it was; a line that is not complete yet is left for the next time. */
    public synchronized void readOn() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            while (channel.read(buffer.clear(), position) > 0) {
                int taken = handOn(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
                if (taken == 0) {
                    return;
                }
                position += taken;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands on all complete lines; one character of the chunk is one byte of the file. */
    private int handOn(String chunk) {
        int start = 0;
        for (int end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
            byte[] line = chunk.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
            sink.write(clock.instant(), new String(line, StandardCharsets.UTF_8));
            start = end + 1;
        }
        return start;
    }
}
