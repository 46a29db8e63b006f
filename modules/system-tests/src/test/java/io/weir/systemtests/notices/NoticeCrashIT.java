package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The server dies while notices come in: between verifying and storing, between storing and answering, and while what is
 * stored is applied. A gateway sends again until it is answered 200, and each payment activates exactly once.
 */
class NoticeCrashIT {
    private static final int PAYMENTS = 60;

    @Test
    void oneCompletedPaymentActivatesExactlyOnce() throws Exception {
        try (var weir = RunningWeir.own("notice-crash", Map.of())) {
            var buyer = new Shop(weir, "smartspec").visitor();
            var signer = new SandboxSigner(weir, "smartspec");
            var all = new ArrayList<Checkout>();
            all.addAll(killWhen(weir, buyer, signer, NoticeSenders::answered, n -> n >= 1));
            all.addAll(killWhen(weir, buyer, signer, NoticeSenders::answered, n -> n >= PAYMENTS / 2));
            all.addAll(killWhen(weir, buyer, signer, NoticeSenders::answered, n -> n >= PAYMENTS));
            all.addAll(killWhen(weir, buyer, signer, senders -> applied(weir), n -> n >= PAYMENTS / 3));
            assertExactlyOnce(weir, buyer, all);
            assertForgetsWhatNeedsNobody(weir, all);
        }
    }

    /** Old ones that are applied go; one that a person has to look at, a dead one and a younger one stay. */
    private void assertForgetsWhatNeedsNobody(RunningWeir weir, List<Checkout> all) throws Exception {
        var old = "received_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 401 DAY)";
        change(weir, all.get(0), old);
        change(weir, all.get(1), old + ", needs_person = TRUE");
        change(weir, all.get(2), old + ", applied_at = NULL, result = NULL, dead_at = received_at");
        change(weir, all.get(3), "received_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 399 DAY)");
        change(weir, all.get(4), old + ", needs_person = TRUE, acknowledged_at = received_at, acknowledged_by = UUID(),"
                + " acknowledged_note = 'seen'");
        long before = weir.number("SELECT COUNT(*) FROM payments_notice");
        weir.killServer();
        weir.startServer();
        Api.eventually(Duration.ofMinutes(3), () -> weir.number("SELECT COUNT(*) FROM payments_notice"),
                n -> n == before - 2);
        assertThat(List.of(0, 1, 2, 3, 4)).extracting(i -> all.get(i).notices("%"))
                .containsExactly(0L, 1L, 0L, 1L, 0L);
    }

    private static void change(RunningWeir weir, Checkout checkout, String set) throws Exception {
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE payments_notice SET " + set + " WHERE order_code = ?")) {
            update.setLong(1, checkout.orderCode());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** What to look at to decide when to pull the plug. */
    private interface Progress {
        long of(NoticeSenders senders);
    }

    private List<Checkout> killWhen(RunningWeir weir, Shop.Buyer buyer, SandboxSigner signer, Progress progress,
            LongPredicate enough) throws Exception {
        var opened = IntStream.range(0, PAYMENTS).mapToObj(i -> credits(weir, buyer)).toList();
        var senders = new NoticeSenders(signer, opened);
        LongSupplier now = () -> progress.of(senders);
        long before = now.getAsLong();
        senders.start();
        NoticeSenders.awaitClosely(Duration.ofSeconds(30), () -> enough.test(now.getAsLong() - before));
        weir.killServer();
        weir.startServer();
        assertThat(senders.awaitEnd()).as("every notice was answered 200 in the end").isTrue();
        Api.eventually(Duration.ofSeconds(60), () -> open(weir, buyer), n -> n == 0);
        return opened;
    }

    private static Checkout credits(RunningWeir weir, Shop.Buyer buyer) {
        return Checkout.of(weir, buyer.api(), buyer.api().post("/api/payment/checkout/credits",
                Map.of("credits_amount", 73, "gateway", "sandbox")).expect(201));
    }

    private static long applied(RunningWeir weir) {
        return weir.number("SELECT COUNT(*) FROM payments_notice WHERE applied_at IS NOT NULL");
    }

    private static long open(RunningWeir weir, Shop.Buyer buyer) {
        return weir.number("SELECT COUNT(*) FROM payments_payment WHERE account_id = ? AND status <> 'COMPLETED'",
                buyer.account());
    }

    private void assertExactlyOnce(RunningWeir weir, Shop.Buyer buyer, List<Checkout> all) {
        assertThat(all).hasSize(4 * PAYMENTS).allSatisfy(checkout -> {
            assertThat(checkout.receipts()).isEqualTo(1);
            assertThat(checkout.invoices()).isEqualTo(1);
            assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_credit_purchase WHERE cause = ?",
                    checkout.id())).isEqualTo(1);
            assertThat(checkout.notices("money received%")).as("its notice is there once").isEqualTo(1);
        });
        assertThat(weir.number("SELECT COUNT(*) FROM payments_receipt")).isEqualTo(all.size());
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice")).isEqualTo(all.size());
        assertThat(weir.number("SELECT COUNT(*) FROM payments_credit")).as("nothing was paid twice").isZero();
        assertThat(buyer.api().get("/api/credits/balance").expect(200).json().path("purchased").asDouble())
                .isEqualTo(73.0 * all.size());
    }
}
