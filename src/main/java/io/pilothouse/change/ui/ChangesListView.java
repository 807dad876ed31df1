package io.pilothouse.change.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.Person;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.access.ui.LivePage;
import io.pilothouse.access.ui.LivePicture;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.Formats;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.base.ui.list.Absence;
import io.pilothouse.base.ui.list.Arrangement;
import io.pilothouse.base.ui.list.ListQuery;
import io.pilothouse.base.ui.list.LiveList;
import io.pilothouse.change.Changes;
import io.pilothouse.change.Changes.FollowedChange;
import io.pilothouse.change.VisibleChanges;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who did what, when, with which before and after; what is under way. */
@Route("changes")
@Menu(title = "Changes", order = 20)
@PageTitle("Changes · Pilothouse")
@PermitAll
class ChangesListView extends LivePage implements AfterNavigationObserver {

    private final Changes changes;
    private final Person person;
    private final PageHeader header = new PageHeader("Changes");
    private final LiveList<FollowedChange> list;
    private @Nullable LivePicture picture;
    private List<FollowedChange> visible = List.of();

    ChangesListView(LiveFleet live, Changes changes) {
        super(live);
        this.changes = changes;
        this.person = live.person();
        list = new LiveList<>(ChangeList.DEFINITION, this::answer, this::whyEmpty);
        addClassName("ph-list-page");
        add(header, list);
        ChangeFeed.follow(this, changes, this::readChanges);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        readChanges();
        list.at(event.getLocation());
    }

    @Override
    protected void show(LivePicture newest) {
        picture = newest;
        readChanges();
    }

    private void readChanges() {
        LivePicture seen = picture;
        List<FollowedChange> now = seen == null
                ? List.of()
                : changes.all().stream()
                        .filter(change -> VisibleChanges.sees(change, person, seen.fleet()))
                        .toList();
        if (!now.equals(visible)) {
            visible = now;
            list.follow();
        }
        header.answer(headline());
    }

    private Answer headline() {
        long underway =
                visible.stream().filter(change -> !change.recorded().ended()).count();
        String headline = visible.isEmpty()
                ? "Nothing was changed through this console yet"
                : underway == 0 ? "Nothing is under way" : Formats.counted((int) underway, "change") + " under way";
        return new Answer(headline, Optional.empty(), "");
    }

    private Arrangement<FollowedChange> answer(ListQuery query) {
        return ChangeList.DEFINITION.arrange(visible.stream(), query);
    }

    private Absence whyEmpty(ListQuery query, Arrangement<FollowedChange> answer) {
        return answer.total() > 0
                ? Absence.nothingMatches(answer.total(), ChangeList.DEFINITION.noun())
                : new Absence(
                        "There are no changes",
                        "Whatever people do through this console to what you may see stands here, with what they saw before.");
    }
}
