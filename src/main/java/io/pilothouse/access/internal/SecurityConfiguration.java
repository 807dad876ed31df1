package io.pilothouse.access.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.pilothouse.access.LoginView;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in by form. Everything but the sign-in page and static files wants a signed-in person; what they see is decided elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String[] STATIC_FILES = {"/icon.svg", "/styles.css"};

    /** What a page has no use for. Scripts are not restricted: Vaadin starts its pages with inline ones. */
    private static final String CONTENT_POLICY =
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Pages are answered by a forward, after which the response has gone before the filter gets to write. */
    private static final ObjectPostProcessor<HeaderWriterFilter> WRITTEN_FIRST = new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    @Bean
    SecurityFilterChain security(HttpSecurity http, AuthenticationManager signIn) {
        return http.authenticationManager(signIn)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(STATIC_FILES).permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).anyRequest(request -> request.authenticated()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .addObjectPostProcessor(WRITTEN_FIRST))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .build();
    }

    @Bean
    AuthenticationManager signIn(AccessProperties properties, Clock clock) {
        DaoAuthenticationProvider byPassword = new DaoAuthenticationProvider(new ConfiguredUsers(properties));
        byPassword.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        AuthenticationManager remembered = new RememberedPasswords(new ProviderManager(byPassword), clock);
        return new BrakedSignIn(remembered, new GuessingBrake(clock));
    }
}
