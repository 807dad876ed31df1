package io.pilothouse.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.Findable;
import io.pilothouse.access.ui.HeaderPart;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePicture;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** What stays around every page. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** The slash goes to the page's search field and the question mark tells the keys, unless somebody is typing. */
    private static final String LISTEN_TO_KEYS = """
            const layout = this;
            document.addEventListener('keydown', (event) => {
              if (!layout.isConnected) return;
              if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                layout.$server.openPalette();
                return;
              }
              const typing = event.composedPath().some((node) => node.tagName === 'INPUT' || node.tagName === 'TEXTAREA');
              if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
              const search = document.querySelector('.ph-search');
              if (event.key === '/' && search) {
                event.preventDefault();
                search.focus();
              } else if (event.key === '?') {
                layout.$server.openKeys();
              }
            });
            """;

    private static final String WATCH_VISIBILITY = """
            const tell = () => this.$server.pageVisible(!document.hidden);
            document.addEventListener('visibilitychange', tell);
            """;

    private static final String TELL_TIME = "window.phClockAhead = Date.parse($0) - Date.now()";

    private final LiveFleet live;
    private final Clock clock;
    private final Person person;
    private final ScopeField scope = new ScopeField();
    private final SourcePills pills = new SourcePills();
    private final Navigation navigation = new Navigation();
    private final PreparationBanner banner = new PreparationBanner();
    private final Palette palette;
    private Runnable end = () -> {};

    MainLayout(
            LiveFleet live,
            AuthenticationContext authentication,
            List<Findable> findables,
            List<HeaderPart> parts,
            Clock clock) {
        this.live = live;
        this.clock = clock;
        this.person = live.person();
        this.palette = new Palette(findables, () -> live.now(person).fleet());
        setPrimarySection(Section.NAVBAR);
        Div spacer = new Div();
        spacer.addClassName("ph-spacer");
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        addToNavbar(toggle, brand(), scope, goTo(), spacer);
        parts.forEach(part -> addToNavbar(part.create()));
        addToNavbar(pills, new UserMenu(person, authentication));
        addToDrawer(new Scroller(navigation));
        getElement().executeJs(WATCH_VISIBILITY);
        getElement().executeJs(LISTEN_TO_KEYS);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        Main main = new Main(banner);
        main.getElement().appendChild(content.getElement());
        setContent(main);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        scope.navigatedTo(event.getLocation());
        navigation.carry(event.getLocation().getQueryParameters());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(TELL_TIME, clock.instant().toString());
        end.run();
        end = live.follow(event.getUI(), person, this::show);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        end.run();
        super.onDetach(event);
    }

    /** The browser says whether the page is in front. */
    @ClientCallable
    private void pageVisible(boolean visible) {
        getUI().ifPresent(ui -> LiveFleet.visible(ui, visible));
    }

    @ClientCallable
    private void openPalette() {
        palette.ask();
    }

    @ClientCallable
    private void openKeys() {
        new KeysDialog().open();
    }

    private Button goTo() {
        Span key = new Span("Ctrl K");
        key.addClassName("ph-key");
        Span words = new Span("Go to …");
        Button button = new Button(new Div(words, key), _ -> palette.ask());
        button.setPrefixComponent(VaadinIcon.SEARCH.create());
        button.setAriaLabel("Go to any object or page");
        button.addClassName("ph-go-to");
        return button;
    }

    private void show(LivePicture picture) {
        scope.offer(picture.fleet().namespaces());
        pills.show(picture.fleet());
        banner.show(picture);
    }

    private static Anchor brand() {
        Image icon = new Image("icon.svg", "");
        Anchor brand = new Anchor("", icon, new Span("Pilothouse"));
        brand.setAriaLabel("Pilothouse, overview");
        brand.addClassName("ph-brand");
        return brand;
    }
}
