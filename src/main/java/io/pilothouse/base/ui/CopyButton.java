package io.pilothouse.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Copies a text into the clipboard, in the browser alone, and says that it did. */
public final class CopyButton extends Button {

    /** The older way works where the page is not served over HTTPS and the browser offers no clipboard. */
    private static final String COPY_ON_CLICK = """
            const button = this, text = $0;
            const older = () => {
              const area = document.createElement('textarea');
              area.value = text;
              document.body.append(area);
              area.select();
              document.execCommand('copy');
              area.remove();
            };
            button.addEventListener('click', async () => {
              try { await navigator.clipboard.writeText(text); } catch { older(); }
              button.textContent = 'Copied';
              setTimeout(() => button.textContent = 'Copy', 1500);
            });
            """;

    /**
     * @param what what is copied, for people who do not see where the button stands
     */
    public CopyButton(String what, String text) {
        super("Copy");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        addClassName("ph-copy");
        setAriaLabel("Copy the " + what);
        addAttachListener(_ -> getElement().executeJs(COPY_ON_CLICK, text));
    }
}
