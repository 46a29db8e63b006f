package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever a gateway does with its notices – late, twice, backwards, wrongly signed, not at all – the payment and what
 * it buys are the same in the end. The sandbox gateway does it all over HTTP.
 */
class NoticesIT {
    private static final RunningWeir WEIR = RunningWeir.shared();
    private static final Shop SHOP = new Shop(WEIR, "portal");
    private static final Api ADMIN = SHOP.administrator();
    private static final SandboxSigner SIGNER = new SandboxSigner(WEIR, "portal");
    /** An order code that no payment has. */
    private static final long NOBODYS_ORDER = 7;
    private static final String PLAN = SHOP.plan(Map.of("price", 50_000, "apiLimit", 777));

    @Test
    void aNoticeIsAppliedOnceHoweverOftenAndInWhateverOrderItComes() {
        var checkout = open();
        checkout.finish("outcome=succeed&duplicates=3&reorder=on").expect(200);
        checkout.eventually("completed");
        assertThat(Api.eventually(() -> checkout.notices("%"), n -> n == 3)).isEqualTo(3);
        assertThat(checkout.receipts()).isEqualTo(1);
        assertThat(checkout.invoices()).isEqualTo(1);
        assertThat(WEIR.number("SELECT COUNT(*) FROM payments_agreement WHERE reference = ? AND status = 'ACTIVE'",
                checkout.agreement())).isEqualTo(1);
        assertThat(WEIR.number("SELECT COUNT(*) FROM sandbox_notice WHERE delivered_at IS NOT NULL AND body LIKE ?",
                "%" + checkout.orderCode() + "%")).as("each was sent four times").isEqualTo(12);
        assertThat(checkout.notices("already completed")).as("what came last was too late").isEqualTo(1);
    }

    @Test
    void aLateNoticeIsWaitedFor() {
        var checkout = open();
        checkout.finish("outcome=succeed&delay=1").expect(200);
        assertThat(checkout.status()).isEqualTo("processing");
        checkout.eventually("completed");
        assertThat(checkout.finish("outcome=succeed").expect(409).text("code")).isEqualTo("PAYMENT_DECIDED");
    }

    @Test
    void aNoticeThatNeverComesIsHealedByAsking() throws SQLException {
        var checkout = open();
        checkout.finish("outcome=succeed&lost=on").expect(200);
        assertThat(checkout.status()).isEqualTo("processing");
        assertThat(checkout.notices("%")).isZero();
        execute("UPDATE payments_payment SET next_check_at = created_at WHERE id = ?", checkout.id());
        checkout.eventually("completed");
        assertThat(checkout.notices("%")).isZero();
        assertThat(checkout.receipts()).isEqualTo(1);
        assertThat(WEIR.number("SELECT COUNT(*) FROM payments_agreement WHERE reference = ?", checkout.agreement()))
                .isEqualTo(1);

        var declined = open();
        declined.finish("outcome=decline&lost=on").expect(200);
        ADMIN.post("/api/admin/reconciliation/" + declined.id() + "/ask", null).expect(200);
        assertThat(declined.status()).isEqualTo("failed");
    }

    @Test
    void aWrongSignatureIsRefusedAndNothingIsKept() {
        var checkout = open();
        var event = SandboxSigner.event("payment.paid", checkout.orderCode(), Map.of("amount", checkout.minor(),
                "currency", "VND"));
        assertThat(SIGNER.send(event, "another secret").expect(400).text("code")).isEqualTo("SIGNATURE_INVALID");
        assertThat(stored(event)).isZero();
        assertThat(checkout.status()).isEqualTo("processing");
        checkout.finish("outcome=succeed&bad_signature=on").expect(200);
        checkout.eventually("completed");
        Api.eventually(() -> WEIR.number("SELECT MAX(attempts) FROM sandbox_notice WHERE event_type = 'payment.paid'"
                + " AND delivered_at IS NOT NULL AND body LIKE ?", "%" + checkout.orderCode() + "%"), n -> n == 2);
    }

    @Test
    void anUnknownTypeIsKeptAndIgnored() {
        var checkout = open();
        var event = SandboxSigner.event("payment.pondered", checkout.orderCode(), Map.of());
        SIGNER.send(event).expect(200);
        assertThat(SIGNER.send(event).expect(200).text("message")).isEqualTo("Already processed");
        var entry = Api.eventually(() -> inbox(event), found -> found.path("state").asText().equals("applied"));
        assertThat(entry.path("result").asText()).isEqualTo("ignored");
        assertThat(entry.path("type").asText()).isEqualTo("payment.pondered");
        assertThat(checkout.status()).isEqualTo("processing");
    }

    @Test
    void aWrongAmountWaitsForAPerson() {
        var checkout = open();
        checkout.finish("outcome=succeed&amount_off=-1").expect(200);
        Api.eventually(() -> checkout.notices("amount mismatch%"), n -> n == 1);
        assertThat(checkout.status()).isEqualTo("processing");
        assertThat(checkout.receipts()).isZero();
        assertThat(WEIR.number("SELECT COUNT(*) FROM payments_payment WHERE id = ? AND attention IS NOT NULL",
                checkout.id())).isEqualTo(1);
        assertThat(ADMIN.get("/api/admin/webhooks?state=attention&search=" + checkout.orderCode()).expect(200)
                .json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void whoHasLookedAtANoticeSaysWhatCameOfItAndItNeedsNobodyAnyMore() {
        var checkout = open();
        checkout.finish("outcome=succeed&amount_off=-1").expect(200);
        var needy = "/api/admin/webhooks?state=attention&search=" + checkout.orderCode();
        var notice = Api.eventually(() -> ADMIN.get(needy).expect(200).json().path("items").path(0),
                found -> found.has("id")).path("id").asText();
        var path = "/api/admin/webhooks/" + notice + "/acknowledge";
        assertThat(ADMIN.post(path, Map.of("note", " ")).expect(400).text("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(ADMIN.post(path, Map.of("note", "asked the provider")).expect(200).text("state"))
                .isEqualTo("applied");
        assertThat(ADMIN.get(needy).expect(200).json().path("total").asInt()).isZero();
        assertThat(ADMIN.post(path, Map.of("note", "again")).expect(409).text("code"))
                .isEqualTo("NOTICE_NEEDS_NOBODY");
        assertThat(ADMIN.get("/api/admin/webhooks/" + notice).expect(200).json().path("acknowledged").path("note")
                .asText()).isEqualTo("asked the provider");
        assertThat(WEIR.number("SELECT COUNT(*) FROM platform_audit WHERE action_name = 'notice.acknowledged'"
                + " AND subject = ?", "notice/" + notice)).isEqualTo(1);
    }

    @Test
    void aNameThatIsTooLongToBeKeptWholeIsAPersonsAtOnce() {
        var checkout = open();
        var event = SandboxSigner.event("agreement.updated", checkout.orderCode(), Map.of("currency", "VND",
                "occurredAt", "2026-01-01T00:00:00.000Z", "agreement", Map.of("reference", "r".repeat(192),
                "customer", "c", "status", "ACTIVE", "cancelAtPeriodEnd", false)));
        long before = ADMIN.get("/api/admin/webhooks?search=unreadable").expect(200).json().path("total").asLong();
        SIGNER.send(event).expect(200);
        assertThat(SIGNER.send(event).expect(200).text("message")).isEqualTo("Already processed");
        var kept = Api.eventually(() -> ADMIN.get("/api/admin/webhooks?state=attention&search=unreadable").expect(200)
                .json(), found -> found.path("total").asLong() > before).path("items").path(0);
        assertThat(kept.path("result").asText()).contains("too long");
        assertThat(kept.path("attempts").asInt()).isEqualTo(1);
        assertThat(WEIR.number("SELECT COUNT(*) FROM payments_agreement WHERE reference LIKE 'rrrr%'")).isZero();
    }

    @Test
    void aDecidedPaymentThatNeedsALookIsFoundUntilSomebodyHasLooked() throws SQLException {
        var checkout = open();
        checkout.finish("outcome=succeed").expect(200);
        checkout.eventually("completed");
        execute("UPDATE payments_payment SET attention = 'the gateway says two things' WHERE id = ?", checkout.id());
        var path = "/api/admin/payments/" + checkout.id() + "/acknowledge";
        assertThat(needy()).contains(checkout.id());
        ADMIN.post(path, Map.of()).expect(400);
        ADMIN.post(path, Map.of("note", "asked there")).expect(200);
        assertThat(needy()).doesNotContain(checkout.id());
        assertThat(ADMIN.post(path, Map.of("note", "again")).expect(409).text("code"))
                .isEqualTo("PAYMENT_NEEDS_NOBODY");
    }

    private static List<String> needy() {
        var found = new ArrayList<String>();
        ADMIN.get("/api/admin/payments?attention=true&limit=100").expect(200).json().path("items")
                .forEach(payment -> found.add(payment.path("id").asText()));
        return found;
    }

    @Test
    void whatCannotBeAppliedIsGivenUpAndReplayedByAPerson() throws SQLException {
        var checkout = open();
        var event = SandboxSigner.event("agreement.updated", NOBODYS_ORDER, Map.of("currency", "VND", "occurredAt",
                "2026-01-01T00:00:00.000Z", "agreement", Map.of("reference", checkout.agreement(), "customer", "c",
                "status", "ACTIVE", "cancelAtPeriodEnd", true)));
        SIGNER.send(event).expect(200);
        Api.eventually(() -> inbox(event), found -> found.path("attempts").asInt() > 0);
        assertThat(inbox(event).path("lastError").asText()).contains(checkout.agreement());
        execute("UPDATE payments_notice SET attempts = 14 WHERE event_key = ?", (String) event.get("id"));
        var dead = Api.eventually(() -> inbox(event), found -> found.path("state").asText().equals("dead"));

        checkout.finish("outcome=succeed").expect(200);
        checkout.eventually("completed");
        ADMIN.post("/api/admin/webhooks/" + dead.path("id").asText() + "/replay", null).expect(200);
        Api.eventually(() -> inbox(event), found -> found.path("state").asText().equals("applied"));
        assertThat(WEIR.number("SELECT COUNT(*) FROM platform_audit WHERE action_name = 'notice.replayed' AND subject = ?",
                "notice/" + dead.path("id").asText())).isEqualTo(1);
    }

    @Test
    void noCardNumberIsTakenAndNothingOfItIsKept() {
        var checkout = open();
        var refused = checkout.finish("outcome=4242424242424242").expect(400);
        assertThat(refused.text("code")).isEqualTo("RAW_CARD_REFUSED");
        assertThat(refused.toString()).doesNotContain("4242424242424242");
        assertThat(checkout.finish("outcome=succeed&note=4000+0025+0000+3155").expect(400).text("code"))
                .isEqualTo("RAW_CARD_REFUSED");
        assertThat(checkout.status()).isEqualTo("processing");
    }

    private static Checkout open() {
        return Checkout.ofPlan(WEIR, SHOP.visitor().api(), PLAN);
    }

    private static JsonNode inbox(Map<String, ?> event) {
        return ADMIN.get("/api/admin/webhooks?gateway=sandbox&search=" + event.get("id")).expect(200).json()
                .path("items").path(0);
    }

    private static long stored(Map<String, ?> event) {
        return WEIR.number("SELECT COUNT(*) FROM payments_notice WHERE event_key = ?", event.get("id"));
    }

    static void execute(String sql, String argument) throws SQLException {
        try (var connection = WEIR.database(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
