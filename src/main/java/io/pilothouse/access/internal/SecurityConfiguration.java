package io.pilothouse.access.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.pilothouse.access.LoginView;
import io.pilothouse.access.Person;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in by form. Everything but the sign-in page and static files wants a signed-in person; what they see is decided elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String STATIC_FILES = "/icon.svg";

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(STATIC_FILES, "/styles.css").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).anyRequest(request -> request.authenticated()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .build();
    }

    @Bean
    UserDetailsService users(AccessProperties properties) {
        List<SignedIn> known = properties.users().stream()
                .map(user -> new SignedIn(new Person(user.name(), user.groups()), user.password()))
                .toList();
        return name -> known.stream()
                .filter(user -> user.getUsername().equals(name))
                .<UserDetails>map(user -> user)
                .findFirst()
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
