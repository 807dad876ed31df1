package io.pilothouse.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.pilothouse.access.Person;
import io.pilothouse.access.ReadableKind;
import io.pilothouse.access.Right;
import io.pilothouse.access.spi.Undecided;
import io.pilothouse.base.Failure;
import io.pilothouse.testbed.RunsAlongside;
import io.pilothouse.testbed.controlplane.Account;
import io.pilothouse.testbed.controlplane.ControlPlane;
import io.pilothouse.testbed.controlplane.ControlPlaneExtension;
import io.pilothouse.testbed.controlplane.Part;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunsAlongside
@ExtendWith(ControlPlaneExtension.class)
class KubernetesAccessReviewsTest {

    private static final Person OPS = person(Account.OPS);
    private static final Person DEV = person(Account.DEV);
    private static final Right PODS_OF_SHOP = ReadableKind.PODS.list("shop");

    private final ControlPlane plane;
    private final KubernetesClient admin;
    private final Adapter adapter;

    KubernetesAccessReviewsTest(ControlPlane plane) {
        this.plane = plane;
        this.admin = plane.client(Account.ADMIN);
        this.adapter = new Adapter(plane.files().kubeconfig(Account.CONSOLE));
    }

    @BeforeEach
    void ready() {
        // the role view comes into being only when the controller manager has put it together
        await().atMost(Duration.ofSeconds(60)).until(() -> answer().equals(Optional.of(true)));
    }

    @AfterEach
    void end() {
        adapter.close();
        admin.close();
    }

    @Test
    void kubernetesDecidesByTheGroupsOfThePerson() throws Undecided {
        for (ReadableKind kind : ReadableKind.values()) {
            assertThat(adapter.reviews.allows(OPS, kind.list(""))).isTrue();
            assertThat(adapter.reviews.allows(DEV, kind.list(""))).isFalse();
            assertThat(adapter.reviews.allows(DEV, kind.list("kafka"))).isFalse();
        }
        assertThat(adapter.reviews.allows(DEV, PODS_OF_SHOP)).isTrue();
        assertThat(adapter.reviews.allows(DEV, ReadableKind.DEPLOYMENTS.list("shop")))
                .isTrue();
        assertThat(adapter.reviews.allows(DEV, ReadableKind.KAFKAS.get("kafka", "main")))
                .isFalse();
        assertThat(adapter.reviews.allows(OPS, ReadableKind.KAFKAS.get("kafka", "main")))
                .isTrue();
        assertThat(adapter.reviews.allows(new Person("dev", Set.of()), PODS_OF_SHOP))
                .isFalse();
    }

    @Test
    void aBindingThatIsTakenAwayIsGoneAtOnce() {
        var binding = admin.rbac().roleBindings().inNamespace("shop").withName("shop-developers");
        RoleBinding whole = Objects.requireNonNull(binding.get());
        binding.delete();
        try {
            await().atMost(Duration.ofSeconds(2)).until(() -> !adapter.reviews.allows(DEV, PODS_OF_SHOP));
        } finally {
            whole.getMetadata().setResourceVersion(null);
            admin.resource(whole).create();
        }
        await().atMost(Duration.ofSeconds(2)).until(() -> adapter.reviews.allows(DEV, PODS_OF_SHOP));
    }

    @Test
    void withoutAnApiServerNobodyAnswersYesOrNo() {
        plane.stop(Part.API_SERVER);
        try {
            assertThatThrownBy(() -> adapter.reviews.allows(OPS, PODS_OF_SHOP))
                    .isInstanceOfSatisfying(
                            Undecided.class, e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE));
        } finally {
            plane.start(Part.API_SERVER);
        }
        // until it has read its bindings an API server would deny what it allows later; that must never be heard
        assertThat(await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(5))
                        .until(this::answer, Optional::isPresent))
                .contains(true);
    }

    private Optional<Boolean> answer() {
        try {
            return Optional.of(adapter.reviews.allows(DEV, PODS_OF_SHOP));
        } catch (Undecided e) {
            return Optional.empty();
        }
    }

    private static Person person(Account account) {
        return new Person(account.user(), Set.of(account.group()));
    }
}
