package io.pilothouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The rules that docs/architecture.md states, each one a test. */
class StructureTest {

    private static final String ROOT = "io.pilothouse.";
    private static final String[] ADAPTERS = {ROOT + "kafka..", ROOT + "kubernetes..", ROOT + "prometheus.."};
    private static final Set<String> ACCESS_ANNOTATIONS = Set.of(
            AnonymousAllowed.class.getName(),
            PermitAll.class.getName(),
            RolesAllowed.class.getName(),
            DenyAll.class.getName());

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.pilothouse");

    static final List<ArchRule> RULES = List.of(
            only("org.apache.kafka..", ROOT + "kafka.."),
            only("io.fabric8..", ROOT + "kubernetes.."),
            only("io.strimzi..", ROOT + "kubernetes.."),
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..ui..", ROOT + "shell..", ROOT + "access..")
                    .and()
                    .doNotHaveFullyQualifiedName(Pilothouse.class.getName())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..")
                    .because("rule 1: only what people see knows Vaadin"),
            noClasses()
                    .that()
                    .resideInAPackage("..ui..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("..spi..", "..internal..")
                            .and(resideInAPackage("io.pilothouse.."))
                            .or(resideInAnyPackage(ADAPTERS)))
                    .because("rule 2: a view knows its view model, and that the module's root"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..ui..", ROOT + "shell..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.pilothouse..ui..")
                            .and(are(DescribedPredicate.not(nameEndsWith("Navigation")))))
                    .because("rule 3: nothing depends on a user interface, except by its navigation"),
            noClasses()
                    .that()
                    .resideInAnyPackage("..ui..", ROOT + "shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "java.sql..", "org.springframework.web.client..")
                    .because("rule 4: no view calls a cluster"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "change.internal..", ROOT + "change.spi..", ROOT + "kubernetes..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "change.spi..")
                    .because("rule 5: every write goes through the one door"),
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .because("rule 6: dependencies come through the constructor"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("lombok..", "org.mockito..")
                    .because("rule 6: no Lombok, no mocks of our own ports"),
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", Duration.class)
                    .because("rule 6: await a condition"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .because("rule 6: the time comes from the injected Clock"),
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .or()
                    .areAnnotatedWith(Layout.class)
                    .should(carryOneAccessAnnotation())
                    .because("rule 7: who may open a view is said on the view"));

    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(Pilothouse.class).verify();
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static ArchRule only(String library, String adapter) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("rule 1: only " + adapter + " knows " + library);
    }

    private static DescribedPredicate<JavaClass> nameEndsWith(String suffix) {
        return DescribedPredicate.describe(
                "named *" + suffix, type -> type.getSimpleName().endsWith(suffix));
    }

    private static ArchCondition<JavaClass> carryOneAccessAnnotation() {
        return new ArchCondition<>("carry exactly one access annotation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long found = type.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .filter(annotation -> ACCESS_ANNOTATIONS.contains(annotation.getName()))
                        .count();
                events.add(new SimpleConditionEvent(type, found == 1, type.getName() + " carries " + found));
            }
        };
    }
}
