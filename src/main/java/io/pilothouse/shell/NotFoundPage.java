package io.pilothouse.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for an address that no page has. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found · Pilothouse")
@PermitAll
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassName("ph-page");
        add(
                new PageHeader("Not found"),
                new EmptyState(
                        "There is no page at this address",
                        "The link may be old or mistyped: /"
                                + event.getLocation().getPath(),
                        new Anchor("", "Go to the overview")));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
