package io.pilothouse.api;

import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What all answers of the API have in common. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** After the API's own addresses, and before those of the console's pages. */
    private static final int BEFORE_PAGES = Ordered.LOWEST_PRECEDENCE - 100;

    /** Gives each answer an {@code ETag}, so that who has it already is told so and gets nothing. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        // a strong one would forbid the server to compress the answer
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /** Addresses that the API does not have; else the console's pages would answer, in HTML. */
    @Bean
    SimpleUrlHandlerMapping unknownAddresses(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        HttpRequestHandler nothing = (request, response) -> problems.resolveException(
                request,
                response,
                null,
                new NoResourceFoundException(
                        HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI()));
        return new SimpleUrlHandlerMapping(Map.of("/api", nothing, "/api/**", nothing), BEFORE_PAGES);
    }

    /** Requests that the server itself turns away. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> rejectedByTheServer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ServerProblems.class.getName());
            }
        });
    }
}
