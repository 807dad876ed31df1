package io.pilothouse.access;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The sign-in page. It waits for nothing and so is there before anything else. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Pilothouse")
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm(words());

    public LoginView() {
        addClassName("ph-login");
        Image icon = new Image("icon.svg", "");
        icon.setWidth("32px");
        Div brand = new Div(icon, new H1("Pilothouse"));
        brand.addClassName("ph-login-brand");
        Paragraph line = new Paragraph("Kubernetes, Kafka and Prometheus in one live picture.");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Div card = new Div(brand, line, form);
        card.addClassName("ph-login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    private static LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername("User name");
        words.getForm().setPassword("Password");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle("That did not work");
        words.getErrorMessage().setMessage("User name and password do not go together. Check both and try again.");
        return words;
    }
}
