package io.pilothouse.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.Permissions;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.audit.AuditRecord;
import io.pilothouse.audit.AuditedCheck;
import io.pilothouse.base.ui.EmptyState;
import io.pilothouse.base.ui.FactList;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.RelativeTime;
import io.pilothouse.base.ui.Tile;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.Check;
import io.pilothouse.change.VisibleChanges;
import io.pilothouse.change.WayBack;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change: who did what, what was known before, how far it is. */
@Route("changes/:id")
@PermitAll
@StyleSheet("changes.css")
class ChangeDetailsView extends LivePage implements BeforeEnterObserver, HasDynamicTitle {

    private final Changes changes;
    private final Permissions permissions;
    private final Person person;
    private String id = "";
    private @Nullable List<AuditRecord> shown;
    private boolean absent;

    ChangeDetailsView(LiveFleet live, Changes changes, Permissions permissions) {
        super(live);
        this.changes = changes;
        this.permissions = permissions;
        this.person = live.person();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElseThrow();
        shown = null;
        absent = false;
    }

    @Override
    public String getPageTitle() {
        return changes.change(id)
                        .map(change -> change.recorded().latest().title())
                        .orElse("Change") + " · Changes · Pilothouse";
    }

    @Override
    protected void show(LivePicture picture) {
        Optional<FollowedChange> change =
                changes.change(id).filter(found -> VisibleChanges.sees(found, person, picture.fleet()));
        change.ifPresentOrElse(this::show, this::missing);
    }

    private void show(FollowedChange change) {
        List<AuditRecord> records = change.recorded().records();
        if (records.equals(shown)) {
            return;
        }
        shown = records;
        absent = false;
        removeAll();
        AuditRecord latest = change.recorded().latest();
        PageHeader header = new PageHeader(latest.title()).under("Changes", ChangesNavigation.list());
        add(
                header,
                new Tile("Progress", new ProgressPanel(changes, id, this::wayBack)),
                tiles(latest, records),
                checks(latest));
    }

    private Button wayBack(WayBack way) {
        return new ActionButton(
                way.words(), permissions, person, way.change().rights(), () -> ReviewDialog.open(changes, person, way));
    }

    private static Div tiles(AuditRecord latest, List<AuditRecord> records) {
        String object = latest.object().apiVersion() + " " + latest.object().kind() + " "
                + latest.object().namespace() + "/" + latest.object().name();
        FactList facts = new FactList()
                .fact("By", latest.user())
                .fact(
                        "Groups",
                        String.join(", ", latest.groups().stream().sorted().toList()))
                .fact("Object", object);
        latest.reason().ifPresent(reason -> facts.fact("Overridden because", reason));
        FactList stages = new FactList();
        records.forEach(record -> stages.fact(record.stage().word(), stage(record)));
        Div tiles = new Div(
                new Tile("Who and what", facts),
                new Tile("Stages", stages),
                new Tile("What changed", new DifferenceView(object, latest.fields())));
        tiles.addClassName("ph-tiles");
        return tiles;
    }

    private static Component stage(AuditRecord record) {
        Span stage = new Span(RelativeTime.ago(record.at()));
        if (!record.words().isEmpty()) {
            stage.add(new Span(" · " + record.words()));
        }
        return stage;
    }

    private static Tile checks(AuditRecord latest) {
        return new Tile(
                "Checks",
                new CheckList(
                        latest.checks().stream().map(ChangeDetailsView::check).toList()));
    }

    private static Check check(AuditedCheck audited) {
        Check.Verdict verdict = Arrays.stream(Check.Verdict.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(audited.verdict()))
                .findFirst()
                .orElse(Check.Verdict.UNKNOWN);
        return new Check(verdict, audited.finding(), audited.evidence(), Optional.empty());
    }

    private void missing() {
        if (absent) {
            return;
        }
        absent = true;
        shown = null;
        removeAll();
        add(
                new PageHeader("Change").under("Changes", ChangesNavigation.list()),
                new EmptyState(
                        "There is no change of this id that you may see",
                        "The address may be wrong, it may be too old to be kept here, or it is about an object that you may not see."));
    }
}
