package io.pilothouse.change.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.pilothouse.base.ui.CopyButton;

/** The same as a command for the shell, to be copied. */
final class CommandLine extends Div {

    CommandLine(String command) {
        addClassName("ph-command");
        Pre text = new Pre(command);
        text.getElement().setAttribute("tabindex", "0");
        add(text, new CopyButton("command", command));
    }
}
