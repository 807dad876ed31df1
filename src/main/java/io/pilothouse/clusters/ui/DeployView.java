package io.pilothouse.clusters.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.pilothouse.access.ui.LiveFleet;
import io.pilothouse.base.ui.Answer;
import io.pilothouse.base.ui.CopyButton;
import io.pilothouse.base.ui.PageHeader;
import io.pilothouse.change.Changes;
import io.pilothouse.change.ui.ReviewDialog;
import io.pilothouse.clusters.DeployKafka;
import io.pilothouse.clusters.DesignProblem;
import io.pilothouse.clusters.KafkaDesign;
import io.pilothouse.clusters.Purpose;
import io.pilothouse.fleet.KafkaCluster;
import io.pilothouse.manifests.ManifestText;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a new Kafka cluster is chosen and deployed: the choice on one side, what becomes of it as YAML on the other. */
@Route("clusters/new")
@PageTitle("Deploy Kafka · Pilothouse")
@PermitAll
@StyleSheet("deploy.css")
class DeployView extends Div {

    private final LiveFleet live;
    private final Changes changes;
    private final PageHeader header = new PageHeader("Deploy Kafka");
    private final RadioButtonGroup<Purpose> purpose = new RadioButtonGroup<>("What is it for?");
    private final Div choice = new Div();
    private final Div yaml = new Div();
    private final Button deploy = new Button("Deploy", _ -> review());
    private DesignForm form;

    DeployView(LiveFleet live, Changes changes) {
        this.live = live;
        this.changes = changes;
        this.form = new DesignForm(Purpose.SMALL.design("kafka", "", version()), this::show);
        addClassName("ph-page");
        header.under("Kafka clusters", ClustersNavigation.list());
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(each -> each.words() + ": " + each.description());
        purpose.setValue(Purpose.SMALL);
        purpose.addValueChangeListener(change -> begin(change.getValue()));
        deploy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        yaml.addClassName("ph-design-yaml");
        choice.add(form);
        Div left = new Div(purpose, choice);
        left.addClassName("ph-design-side");
        Div both = new Div(left, yaml);
        both.addClassName("ph-design-page");
        header.actions(deploy);
        add(header, both);
        show();
    }

    /** What was named stays; all else is what the purpose says. */
    private void begin(Purpose chosen) {
        KafkaDesign before = form.design();
        form = new DesignForm(chosen.design(before.namespace(), before.name(), before.version()), this::show);
        choice.removeAll();
        choice.add(form);
        show();
    }

    private void show() {
        KafkaDesign design = form.design();
        List<DesignProblem> problems = new ArrayList<>(DesignProblem.of(design));
        problems.addAll(clashes(design));
        form.mark(problems);
        deploy.setEnabled(problems.isEmpty());
        header.answer(
                problems.isEmpty()
                        ? new Answer("It can be reviewed", Optional.empty(), "Nothing is made before you confirm.")
                        : new Answer(
                                problems.size() == 1 ? "One choice is left" : problems.size() + " choices are left",
                                Optional.empty(),
                                problems.getFirst().words() + "."));
        String text = new DeployKafka(design)
                .objects().stream().map(ManifestText::write).collect(Collectors.joining("---\n"));
        Pre shown = new Pre(text);
        shown.addClassName("ph-yaml");
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("role", "region");
        shown.getElement().setAttribute("aria-label", "YAML");
        Span what = new Span("What it makes");
        what.addClassName("ph-dim");
        Div bar = new Div(what, new CopyButton("YAML", text));
        bar.addClassName("ph-bar");
        yaml.removeAll();
        yaml.add(bar, shown);
    }

    /** Names that are taken, as far as the person may see who has them: those of node pools are taken in the whole namespace. */
    private List<DesignProblem> clashes(KafkaDesign design) {
        List<DesignProblem> clashes = new ArrayList<>();
        for (KafkaCluster cluster : live.now(live.person()).fleet().clusters()) {
            if (cluster.id().equals(design.id())) {
                clashes.add(new DesignProblem("name", "There is a Kafka cluster of this name already"));
            } else if (cluster.id().namespace().equals(design.namespace())) {
                for (int index = 0; index < design.pools().size(); index++) {
                    String name = design.pools().get(index).name();
                    if (cluster.pool(name).isPresent()) {
                        clashes.add(new DesignProblem(
                                "pools[" + index + "].name",
                                "A pool of " + cluster.id().name() + " has this name"));
                    }
                }
            }
        }
        return clashes;
    }

    private void review() {
        DeployKafka change = new DeployKafka(form.design());
        ReviewDialog dialog = new ReviewDialog(changes, live.person(), change.title());
        dialog.open();
        dialog.review(change, "Deploy");
    }

    /** What runs already is what the operator supports for sure. */
    private Optional<String> version() {
        return live.now(live.person()).fleet().clusters().stream()
                .filter(cluster -> cluster.strimzi().isPresent())
                .map(KafkaCluster::version)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
