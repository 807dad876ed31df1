package io.pilothouse.shell;

import com.vaadin.flow.component.dialog.Dialog;
import io.pilothouse.base.ui.FactList;
import java.util.List;

/** Tells the keys of the console. */
final class KeysDialog extends Dialog {

    private record Key(String key, String effect) {}

    private static final List<Key> KEYS = List.of(
            new Key("Ctrl K", "Go to any object or page"),
            new Key("/", "Search the list on the page"),
            new Key("Esc", "Close what is open"),
            new Key("?", "Show these keys"));

    KeysDialog() {
        setHeaderTitle("Keys");
        setCloseOnOutsideClick(true);
        FactList facts = new FactList();
        KEYS.forEach(key -> facts.fact(key.key(), key.effect()));
        add(facts);
    }
}
