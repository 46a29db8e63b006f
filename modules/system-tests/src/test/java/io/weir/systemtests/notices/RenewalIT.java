package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A month passes for a tenant, and its gateway tells nothing of what it charges. No other test uses this tenant. */
class RenewalIT {
    private static final String TENANT = "odoo-saas";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, TENANT);

    @AfterEach
    void setTheClockBack() throws SQLException {
        execute("DELETE FROM platform_clock WHERE tenant_id = (SELECT id FROM tenancy_tenant WHERE slug = ?)", TENANT);
    }

    @Test
    void aRenewalWhoseNoticesAreAllLostIsFoundByAskingAndALateOneChangesNothing() throws SQLException {
        var signer = new SandboxSigner(weir, TENANT);
        var silent = lost("outcome=succeed&lost=on");
        advance(Duration.ofDays(31));
        Api.eventually(() -> charges(silent), n -> n == 2);
        // Should it have been asked about before it was charged, it is asked about again after a while.
        advance(Duration.ofDays(31).plusHours(1));
        Api.eventually(() -> renewals(silent), n -> n == 1);
        assertThat(silent.notices("%")).as("nothing was told").isZero();

        var late = SandboxSigner.event("agreement.renewed", silent.orderCode(), Map.of("amount", silent.minor(),
                "currency", weir.text("SELECT currency FROM payments_payment WHERE id = ?", silent.id()), "reference",
                "sbx_ch_" + silent.id() + "_1", "occurredAt", "2026-01-01T00:00:00.000Z", "agreement",
                Map.of("reference", silent.agreement(), "status", "ACTIVE", "cancelAtPeriodEnd", false)));
        signer.send(late).expect(200);
        Api.eventually(() -> silent.notices("renewed already"), n -> n == 1);
        assertThat(renewals(silent)).isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice i JOIN payments_payment p ON p.id = i.payment_id"
                + " WHERE p.renewal_charge LIKE ?", "sbx_ch_" + silent.id() + "%")).isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM payments_agreement WHERE reference = ? AND checks = 0"
                + " AND asked_at IS NOT NULL AND paid_until > created_at + INTERVAL 40 DAY", silent.agreement()))
                .as("known to be paid, and asked about seldom").isEqualTo(1);
    }

    @Test
    void aChargeThatFailsAndNobodyTellsOfIsHeardByAskingAndSoIsTheEnd() throws SQLException {
        var silent = lost("outcome=fails_on_renewal&lost=on");
        advance(Duration.ofDays(31));
        Api.eventually(() -> weir.text("SELECT status FROM sandbox_agreement WHERE reference = ?",
                silent.agreement()), "PAST_DUE"::equals);
        advance(Duration.ofDays(31).plusHours(1));
        Api.eventually(() -> status(silent), "PAST_DUE"::equals);
        advance(Duration.ofDays(61));
        Api.eventually(() -> weir.text("SELECT status FROM sandbox_agreement WHERE reference = ?",
                silent.agreement()), "ENDED"::equals);
        advance(Duration.ofDays(62));
        Api.eventually(() -> status(silent), "ENDED"::equals);
        assertThat(renewals(silent)).isZero();
        assertThat(silent.notices("%")).isZero();
    }

    /** A plan whose gateway tells nothing, and that is known to be paid because somebody asked. */
    private Checkout lost(String course) {
        var plan = shop.plan(Map.of("price", 10, "durationDays", 30));
        var silent = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        silent.finish(course).expect(200);
        shop.administrator().post("/api/admin/reconciliation/" + silent.id() + "/ask", null).expect(200);
        return silent.eventually("completed");
    }

    private long charges(Checkout checkout) {
        return weir.number("SELECT COUNT(*) FROM sandbox_charge WHERE reference LIKE ?", "sbx_ch_" + checkout.id()
                + "%");
    }

    private long renewals(Checkout checkout) {
        return weir.number("SELECT COUNT(*) FROM payments_payment WHERE renewal_charge LIKE ? AND status = 'COMPLETED'",
                "sbx_ch_" + checkout.id() + "%");
    }

    private String status(Checkout checkout) {
        return weir.text("SELECT status FROM payments_agreement WHERE reference = ?", checkout.agreement());
    }

    /** Ahead of the real time by this much. */
    private void advance(Duration by) throws SQLException {
        execute("INSERT INTO platform_clock (tenant_id, offset_ms) SELECT id, " + by.toMillis()
                + " FROM tenancy_tenant WHERE slug = ? ON DUPLICATE KEY UPDATE offset_ms = VALUES(offset_ms)", TENANT);
    }

    private void execute(String sql, String argument) throws SQLException {
        try (var connection = weir.database(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.executeUpdate();
        }
    }
}
