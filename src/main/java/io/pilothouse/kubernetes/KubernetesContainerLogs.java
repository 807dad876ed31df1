package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.services.spi.ContainerLogs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Logs as {@code kubectl logs} reads them: the kubelet's, through the API server. */
@Component
class KubernetesContainerLogs implements ContainerLogs {

    private final KubernetesClient client;
    private final Clock clock;

    KubernetesContainerLogs(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Reading open(Source source, Range range, Sink sink) {
        LogConversation conversation = new LogConversation(source, sink, clock);
        conversation.begin(client, client.getMasterUrl() + path(source, range));
        return conversation;
    }

    private static String path(Source source, Range range) {
        return "api/v1/namespaces/" + encoded(source.namespace()) + "/pods/" + encoded(source.pod())
                + "/log?timestamps=true&container=" + encoded(source.container())
                + "&tailLines=" + range.tail()
                + (range.previous() ? "&previous=true" : "&follow=true")
                + range.since()
                        .map(since -> "&sinceTime="
                                + encoded(since.truncatedTo(ChronoUnit.SECONDS).toString()))
                        .orElse("");
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
