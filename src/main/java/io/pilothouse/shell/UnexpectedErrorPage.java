package io.pilothouse.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when a page could not be made: a number that is in the log, and no more. */
@ParentLayout(MainLayout.class)
@PageTitle("Error · Pilothouse")
@PermitAll
class UnexpectedErrorPage extends Div implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrorPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = UUID.randomUUID().toString();
        log.error("Error {} at /{}", number, event.getLocation().getPath(), parameter.getException());
        addClassName("ph-page");
        Paragraph id = new Paragraph(number);
        id.addClassName("ph-mono");
        add(
                new PageHeader("This page could not be made"),
                new EmptyState(
                        "Something went wrong in the console itself",
                        "Nothing was changed. Load the page again; if it stays, give this number to whoever runs the console.",
                        id));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
