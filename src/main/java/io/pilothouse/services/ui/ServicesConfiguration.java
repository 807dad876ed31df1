package io.pilothouse.services.ui;

import io.pilothouse.base.ui.list.Arrangements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all who look at services share. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    @Bean
    Arrangements<ShownService> serviceArrangements() {
        return new Arrangements<>(ServiceList.DEFINITION);
    }
}
