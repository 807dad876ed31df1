package io.pilothouse.testbed.kubelet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One log on its way to one reader, cut at the number of bytes that the reader wants. */
final class LogAnswer implements AutoCloseable {

    private final OutputStream out;
    private final LogQuery query;
    private long left;

    LogAnswer(OutputStream out, LogQuery query) {
        this.out = out;
        this.query = query;
        this.left = query.limitBytes().orElse(Long.MAX_VALUE);
    }

    /** Sends what is asked for; when it is to be followed, until the container ends or the reader goes. */
    void send(LogFile file) throws IOException, InterruptedException {
        if (!query.follow()) {
            write(query.of(file.lines()));
            return;
        }
        LogFollower follower = file.follow();
        try {
            write(query.of(follower.soFar()));
            Optional<LogLine> next = follower.next();
            while (next.isPresent() && left > 0) {
                write(List.of(next.get()));
                next = follower.next();
            }
        } finally {
            file.unfollow(follower);
        }
    }

    private void write(List<LogLine> lines) throws IOException {
        for (LogLine line : lines) {
            byte[] bytes = (query.render(line) + "\n").getBytes(StandardCharsets.UTF_8);
            int length = (int) Math.min(bytes.length, left);
            out.write(bytes, 0, length);
            left -= length;
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
