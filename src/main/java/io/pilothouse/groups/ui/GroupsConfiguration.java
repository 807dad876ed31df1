package io.pilothouse.groups.ui;

import io.pilothouse.base.ui.list.Arrangements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all who look at groups share. */
@Configuration(proxyBeanMethods = false)
class GroupsConfiguration {

    @Bean
    Arrangements<ShownGroup> groupArrangements() {
        return new Arrangements<>(GroupList.DEFINITION);
    }
}
