package io.pilothouse.access.internal;

import io.pilothouse.access.spi.TokenReviews;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Sign-in of programs: with each request anew, by name and password or by bearer token, and without a session. As what
 * changes something must be JSON, which a browser sends for another site only when asked for permission first, no other site can make use of it.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private static final String ADDRESSES = "/api/**";

    /** It says nothing of the platform, and tools that read it have nobody to sign in as. */
    private static final String DESCRIPTION = "/api/v1/openapi.json";

    private final HandlerExceptionResolver problems;
    private final SecurityContextHolderStrategy holders;

    /** @param holders Vaadin's, which keeps who is signed in where its own threads find it */
    ApiSecurityConfiguration(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            SecurityContextHolderStrategy holders) {
        this.problems = problems;
        this.holders = holders;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, AuthenticationManager signIn, TokenReviews reviews, Clock clock) {
        AuthenticationEntryPoint refusal =
                (request, response, reason) -> problems.resolveException(request, response, null, reason);
        return http.securityMatcher(ADDRESSES)
                .authenticationManager(signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .addFilterBefore(bearer(new BearerSignIn(reviews, clock), refusal), BasicAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "private, no-cache")))
                .build();
    }

    /** What cannot even be an address gets an answer in the style of where it wanted to go. */
    @Bean
    RequestRejectedHandler rejectedRequests() {
        RequestRejectedHandler ofPages = new HttpStatusRequestRejectedHandler();
        return (request, response, reason) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.resolveException(request, response, null, reason);
            } else {
                ofPages.handle(request, response, reason);
            }
        };
    }

    private AuthenticationFilter bearer(BearerSignIn signIn, AuthenticationEntryPoint refusal) {
        AuthenticationFilter filter = new AuthenticationFilter(signIn, BearerToken::of);
        filter.setSecurityContextHolderStrategy(holders);
        filter.setSuccessHandler((_, _, _) -> {});
        filter.setFailureHandler(refusal::commence);
        return filter;
    }
}
