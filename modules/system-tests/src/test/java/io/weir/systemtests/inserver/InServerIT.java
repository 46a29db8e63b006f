package io.weir.systemtests.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Outbox;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.systemtests.inserver.fixture.Happened;
import io.weir.systemtests.inserver.fixture.Heard;
import io.weir.systemtests.inserver.fixture.Teller;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside the server, in the archive that ships: what façades and ORM keep apart, and when the outbox delivers.
 */
@ExtendWith(ArquillianExtension.class)
public class InServerIT {
    @Inject
    private Tenants tenants;
    @Inject
    private Catalogue catalogue;
    @Inject
    private ShelfRows rows;
    @Inject
    private Outbox outbox;
    @Inject
    private Teller teller;
    @Inject
    private Heard heard;

    @Deployment
    public static EnterpriseArchive weir() {
        return ShippedEar.with(InServerIT.class, ShelfRows.class, ShelfRows.Work.class);
    }

    @Test
    void theArchiveThatShipsIsRunning() {
        assertThat(tenants.all()).extracting(Tenant::slug)
                .contains("platform", "portal", "iqx", "odoo-saas", "smartspec", "chat");
        assertThat(catalogue.plans(iqx(), false)).extracting(Plan::slug).contains("free", "co-ban");
        assertThat(catalogue.plans(portal(), false)).extracting(Plan::slug).contains("free", "premium");
    }

    @Test
    void aFacadeFindsOnlyWhatIsOfTheTenantItWasAskedFor() {
        var plan = planOfIqx();
        assertThat(catalogue.plan(iqx(), plan.id()).slug()).isEqualTo("co-ban");
        assertThatThrownBy(() -> catalogue.plan(portal(), plan.id())).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("PLAN_NOT_FOUND"));
        assertThat(catalogue.planBySlug(portal(), "co-ban")).isEmpty();
    }

    @Test
    void whatNoModuleCanReadIsRefusedWhereItIsSet() {
        var iqx = tenants.bySlug("iqx").orElseThrow();
        var bad = new HashMap<>(iqx.settings());
        bad.putAll(Map.of("payments.four-eyes-above", "lots", "payments.notice-days", "7",
                "subscriptions.grace-days", "3.5"));
        assertThatThrownBy(() -> tenants.define(new TenantDefinition(iqx.slug(), iqx.name(), iqx.currency(),
                iqx.locale(), iqx.zone(), iqx.sandbox(), bad))).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().fields()).isEqualTo(Map.of(
                        "settings.payments.four-eyes-above", "NOT_A_NUMBER",
                        "settings.payments.notice-days", "OUT_OF_RANGE",
                        "settings.subscriptions.grace-days", "NOT_A_WHOLE_NUMBER")));
        assertThat(tenants.bySlug("iqx").orElseThrow().settings()).isEqualTo(iqx.settings());
    }

    @Test
    void aTransactionWorksForOneTenant() {
        assertThatThrownBy(() -> rows.of(iqx(), em -> catalogue.plans(portal(), false)))
                .hasStackTraceContaining("was asked to work for");
    }

    @Test
    void theOrmFindsNothingOfAnotherTenant() throws Exception {
        var id = planOfIqx().id().toString();
        StoredPlan own = rows.of(iqx(), em -> em.find(StoredPlan.class, id));
        StoredPlan foreign = rows.of(portal(), em -> em.find(StoredPlan.class, id));
        List<StoredPlan> selected = rows.of(portal(), em -> em.createQuery(
                "SELECT p FROM StoredPlan p WHERE p.id = :id", StoredPlan.class)
                .setParameter("id", id).getResultList());
        assertThat(own.slug()).isEqualTo("co-ban");
        assertThat(foreign).isNull();
        assertThat(selected).isEmpty();
    }

    @Test
    void theOrmChangesNothingOfAnotherTenant() throws Exception {
        var plan = planOfIqx();
        int changed = rows.of(portal(), em -> em.createQuery("UPDATE StoredPlan p SET p.name = :name WHERE p.id = :id")
                .setParameter("name", "taken over").setParameter("id", plan.id().toString()).executeUpdate());
        assertThat(changed).isZero();
        assertThatThrownBy(() -> rows.of(portal(), em -> {
            em.remove(em.getReference(StoredPlan.class, plan.id().toString()));
            em.flush();
            return null;
        })).isInstanceOf(Exception.class);
        StoredPlan still = rows.of(iqx(), em -> em.find(StoredPlan.class, plan.id().toString()));
        assertThat(still.name()).isEqualTo(plan.name());
    }

    /** EclipseLink's words: 6174, nobody said which tenant; 6175, SQL of one's own, to which it can't add one. */
    @Test
    void theOrmReadsNothingForNobody() {
        var id = planOfIqx().id().toString();
        assertThatThrownBy(() -> rows.ofNobody(em -> em.createQuery("SELECT p FROM StoredPlan p").getResultList()))
                .hasStackTraceContaining("EclipseLink-6174");
        assertThatThrownBy(() -> rows.ofNobody(em -> em.find(StoredPlan.class, id)))
                .hasStackTraceContaining("EclipseLink-6174");
        assertThatThrownBy(() -> rows.of(portal(), em -> em.createNativeQuery(
                "SELECT * FROM subscriptions_plan", StoredPlan.class).getResultList()))
                .hasStackTraceContaining("EclipseLink-6175");
    }

    @Test
    void theOutboxDeliversWhatWasCommittedOnce() throws Exception {
        rows.inTransaction(() -> {
            outbox.publish(iqx(), new Happened("first"));
            teller.tell(iqx(), "second, committed before it");
            assertThat(heard.next()).isEqualTo("second, committed before it");
            return null;
        });
        assertThat(heard.next()).isEqualTo("first");
        teller.tell(iqx(), "third");
        assertThat(heard.next()).isEqualTo("third");
        assertThat(heard.isSilent()).isTrue();
    }

    @Test
    void theOutboxForgetsWhatWasRolledBack() throws Exception {
        assertThatThrownBy(() -> teller.tellAndFail(iqx(), "taken back")).isInstanceOf(IllegalStateException.class);
        teller.tell(iqx(), "true");
        assertThat(heard.next()).isEqualTo("true");
        assertThat(heard.isSilent()).isTrue();
    }

    @Test
    void theOutboxTakesNothingOutsideATransaction() {
        assertThatThrownBy(() -> outbox.publish(iqx(), new Happened("nowhere"))).isInstanceOf(RuntimeException.class);
    }

    private Plan planOfIqx() {
        return catalogue.planBySlug(iqx(), "co-ban").orElseThrow();
    }

    private TenantId iqx() {
        return tenants.bySlug("iqx").orElseThrow().id();
    }

    private TenantId portal() {
        return tenants.bySlug("portal").orElseThrow().id();
    }
}
