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

/** A month passes for a tenant: the gateway charges what goes on, or cannot. No other test uses this tenant. */
class RenewalIT {
    private static final String TENANT = "odoo-saas";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, TENANT);

    @AfterEach
    void setTheClockBack() throws SQLException {
        execute("DELETE FROM platform_clock WHERE tenant_id = (SELECT id FROM tenancy_tenant WHERE slug = ?)", TENANT);
    }

    @Test
    void aCardThatPaysRenewsOnceEachPeriodAndOneThatFailsIsTriedAndThenEnds() throws SQLException {
        var plan = shop.plan(Map.of("price", 10, "durationDays", 30));
        var good = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        good.finish("outcome=succeed").expect(200);
        var loser = shop.visitor();
        var bad = Checkout.ofPlan(weir, loser.api(), plan);
        bad.finish("outcome=fails_on_renewal").expect(200);
        good.eventually("completed");
        bad.eventually("completed");

        advance(Duration.ofDays(31));
        Api.eventually(() -> renewals(good), n -> n == 1);
        Api.eventually(() -> status(bad), "PAST_DUE"::equals);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice i JOIN payments_payment p ON p.id = i.payment_id"
                + " WHERE p.renewal_charge LIKE ?", "sbx_ch_" + good.id() + "%")).isEqualTo(1);
        assertThat(renewals(bad)).isZero();
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM notifications_mail WHERE to_address = (SELECT email"
                + " FROM identity_user WHERE account_id = ?) AND body LIKE '%/portal/payment-methods%'",
                loser.account()), n -> n >= 1);

        advance(Duration.ofDays(61));
        Api.eventually(() -> renewals(good), n -> n == 2);
        Api.eventually(() -> status(bad), "ENDED"::equals);
        assertThat(status(good)).isEqualTo("ACTIVE");
        assertThat(weir.number("SELECT COUNT(*) FROM sandbox_charge WHERE reference LIKE ?", "sbx_ch_" + good.id()
                + "%")).isEqualTo(3);
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
