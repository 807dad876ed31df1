package io.pilothouse.topics.ui;

import io.pilothouse.base.ui.list.Arrangements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all who look at topics share. */
@Configuration(proxyBeanMethods = false)
class TopicsConfiguration {

    @Bean
    Arrangements<ShownTopic> topicArrangements() {
        return new Arrangements<>(TopicList.DEFINITION);
    }
}
