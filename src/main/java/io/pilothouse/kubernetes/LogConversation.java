package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.pilothouse.services.spi.ContainerLogs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request for a log and its answer, which may last for hours. More is asked for only when what came before has been taken. */
final class LogConversation implements ContainerLogs.Reading {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ContainerLogs.Source source;
    private final ContainerLogs.Sink sink;
    private final Clock clock;
    private final LogLines lines;
    private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
    private volatile boolean refused;
    private volatile boolean closed;
    private volatile @Nullable AsyncBody body;
    private volatile @Nullable CompletableFuture<?> answer;

    LogConversation(ContainerLogs.Source source, ContainerLogs.Sink sink, Clock clock) {
        this.source = source;
        this.sink = sink;
        this.clock = clock;
        this.lines = new LogLines(sink);
    }

    /** A container that writes nothing lets even the head of the answer wait, so there is no deadline for it. */
    void begin(KubernetesClient client, String address) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(address)
                .forStreaming()
                .build();
        CompletableFuture<HttpResponse<AsyncBody>> asked =
                client.getHttpClient().consumeBytes(request, this::take);
        answer = asked;
        asked.whenComplete((response, thrown) -> {
            if (thrown != null) {
                end(failed(thrown));
            } else {
                listen(response);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        AsyncBody open = body;
        if (open != null) {
            open.cancel();
        }
        CompletableFuture<?> asked = answer;
        if (asked != null) {
            asked.cancel(true);
        }
    }

    private void listen(HttpResponse<AsyncBody> response) {
        AsyncBody open = response.body();
        body = open;
        refused = !response.isSuccessful();
        if (closed) {
            open.cancel();
            return;
        }
        open.done().whenComplete((_, thrown) -> end(ending(response.code(), thrown)));
        open.consume();
    }

    private void take(List<ByteBuffer> buffers, AsyncBody open) {
        if (closed) {
            open.cancel();
            return;
        }
        for (ByteBuffer buffer : buffers) {
            if (refused) {
                keepRefusal(buffer);
            } else {
                lines.feed(buffer);
            }
        }
        open.consume();
    }

    private void keepRefusal(ByteBuffer buffer) {
        while (buffer.hasRemaining() && refusal.size() < LogLines.LONGEST) {
            refusal.write(buffer.get());
        }
    }

    private void end(ContainerLogs.Ending ending) {
        if (!closed) {
            lines.end();
            sink.ended(ending);
        }
    }

    private ContainerLogs.Ending ending(int code, @Nullable Throwable thrown) {
        if (thrown != null) {
            return failed(thrown);
        }
        if (!refused) {
            return new ContainerLogs.Ending.Complete();
        }
        return code == BAD_REQUEST || code == NOT_FOUND
                ? new ContainerLogs.Ending.NotThere()
                : failed(new KubernetesClientException(message(), code, null));
    }

    private String message() {
        String text = refusal.toString(StandardCharsets.UTF_8);
        try {
            return Metadata.text(Serialization.unmarshal(text, Status.class).getMessage());
        } catch (RuntimeException e) {
            return text;
        }
    }

    private ContainerLogs.Ending failed(Throwable thrown) {
        return new ContainerLogs.Ending.Failed(
                Failures.ofLog(thrown, source.pod(), source.container(), clock.instant()));
    }
}
