package io.pilothouse.nodes.ui;

import io.pilothouse.base.ui.list.Arrangements;
import io.pilothouse.nodes.NodeLoad;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all who look at nodes share. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {

    @Bean
    Arrangements<NodeLoad> nodeArrangements() {
        return new Arrangements<>(NodeList.DEFINITION);
    }
}
