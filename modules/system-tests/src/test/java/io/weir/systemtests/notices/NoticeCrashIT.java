package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.DatabaseWire;
import io.weir.systemtests.harness.DatabaseWire.Side;
import io.weir.systemtests.harness.DatabaseWire.Stop;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The server dies at each step of a payment's way: verify, store, answer, apply. Where it dies is aimed: a wire to the
 * database stops the one connection at the one statement, the test sees what is committed by then, and kills. What the
 * server would do next it never does, and what it has not committed is undone; that is all that a crash is. The 200
 * cannot leave before the commit's answer has come, so the death between commit and 200 is one without that answer.
 * Notices are applied by one thread, hence one such stop for each kill; the same facts, heard by asking, are applied by
 * as many threads as ask, and stop at the statements in between. A gateway sends again until it is answered 200.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeCrashIT {
    private static final int UNDER_LOAD = 40;
    /** Of the first kill: how many are told of by notices. */
    private static final int OLD = 5;
    private final DatabaseWire wire = new DatabaseWire();
    private final List<Checkout> notified = new ArrayList<>();
    private final List<Checkout> asked = new ArrayList<>();
    private RunningWeir weir;
    private SandboxSigner signer;
    private Shop shop;

    @BeforeAll
    void start() {
        weir = RunningWeir.behind(wire, "notice-crash");
        shop = new Shop(weir, "smartspec");
        signer = new SandboxSigner(weir, "smartspec");
    }

    @AfterAll
    void stop() {
        weir.close();
        wire.close();
    }

    @Test
    void one_completed_payment_activates_exactly_once() throws Exception {
        diesWhileReceivingAndInTheMiddleOfApplying();
        diesWithEverythingAppliedAndNothingCommitted();
        diesOnceApplyingIsCommittedAndUnderLoad();
        assertThat(notified).allSatisfy(this::isActivatedOnce);
        assertThat(notified.subList(OLD, notified.size())).allSatisfy(checkout ->
                assertThat(checkout.notices("money received%")).as("its notice is there once").isEqualTo(1));
        assertThat(asked).allSatisfy(this::isActivatedOnce);
        int all = notified.size() + asked.size();
        assertThat(weir.number("SELECT COUNT(*) FROM payments_receipt")).isEqualTo(all);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice")).isEqualTo(all);
        assertThat(weir.number("SELECT COUNT(*) FROM payments_credit")).as("nothing was paid twice").isZero();
        assertThat(weir.number("SELECT COUNT(*) FROM platform_outbox")).as("nothing is left to do").isZero();
        Api.eventually(Duration.ofMinutes(3), () -> notified.subList(0, OLD).stream().map(Checkout::notices).toList(),
                List.of(0L, 1L, 1L, 1L, 0L)::equals);
    }

    /** One between two statements of being applied; the others behind it, before it or beside it. */
    private void diesWhileReceivingAndInTheMiddleOfApplying() throws Exception {
        var atMoney = notified();
        var moneyWritten = applying(atMoney, Side.AFTER, "INSERT INTO payments_receipt");
        var answered = send(atMoney);
        moneyWritten.await();
        var answeredOnly = notified();
        var waiting = send(answeredOnly);
        Api.eventually(waiting::answered, n -> n == 1);
        var atPurchase = asks(asked(), "INSERT INTO subscriptions_credit_purchase");
        var atGrant = asks(asked(), "INSERT INTO metering_grant");
        var atInvoice = asks(asked(), "INSERT INTO billing_invoice_line");
        var verified = notified();
        var written = notified();
        var stored = notified();
        var stops = List.of(receiving(verified, Side.BEFORE, "INSERT INTO payments_notice"),
                receiving(written, Side.BEFORE, "COMMIT"), receiving(stored, Side.AFTER, "COMMIT"));
        var unanswered = send(verified, written, stored);
        for (var stop : Stream.concat(stops.stream(), Stream.of(atPurchase, atGrant, atInvoice)).toList()) {
            stop.await();
        }
        assertThat(List.of(verified.notices(), written.notices(), stored.notices(), answeredOnly.notices()))
                .as("stored are these").containsExactly(0L, 0L, 1L, 1L);
        assertThat(unanswered.answered()).isZero();
        assertThat(weir.number("SELECT COUNT(*) FROM payments_receipt")).as("committed money").isZero();
        dies(answered, waiting, unanswered);
    }

    private void diesWithEverythingAppliedAndNothingCommitted() throws Exception {
        var checkout = notified();
        var stop = applying(checkout, Side.BEFORE, "COMMIT");
        var sender = send(checkout);
        stop.await();
        assertThat(sender.answered()).isEqualTo(1);
        assertThat(checkout.receipts()).isZero();
        dies(sender);
    }

    /** The worker has not heard that it is committed, so the event is there, and is delivered again. */
    private void diesOnceApplyingIsCommittedAndUnderLoad() throws Exception {
        var checkout = notified();
        var buyer = shop.visitor();
        var more = IntStream.range(0, UNDER_LOAD).mapToObj(i -> credits(buyer)).toList();
        notified.addAll(more);
        var stop = applying(checkout, Side.AFTER, "COMMIT");
        var sender = send(checkout);
        stop.await();
        assertThat(checkout.status()).isEqualTo("completed");
        assertThat(weir.number("SELECT COUNT(*) FROM platform_outbox WHERE event_type LIKE '%NoticeReceived'"))
                .isEqualTo(1);
        var senders = send(more.toArray(Checkout[]::new));
        NoticeSenders.awaitClosely(Duration.ofSeconds(30), () -> senders.answered() >= UNDER_LOAD / 2);
        theFirstAreOld();
        dies(sender, senders);
        assertThat(buyer.api().get("/api/credits/balance").expect(200).json().path("purchased").asDouble())
                .isEqualTo(73.0 * UNDER_LOAD);
    }

    /**
     * At its next start the server forgets old ones that are applied; one that a person has to look at, a dead one and a
     * younger one stay.
     */
    private void theFirstAreOld() throws Exception {
        var old = "received_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 401 DAY)";
        change(notified.get(0), old);
        change(notified.get(1), old + ", needs_person = TRUE");
        change(notified.get(2), old + ", applied_at = NULL, result = NULL, dead_at = received_at");
        change(notified.get(3), "received_at = DATE_SUB(UTC_TIMESTAMP(3), INTERVAL 399 DAY)");
        change(notified.get(4), old + ", needs_person = TRUE, acknowledged_at = received_at, acknowledged_by = UUID(),"
                + " acknowledged_note = 'seen'");
    }

    private void change(Checkout checkout, String set) throws Exception {
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE payments_notice SET " + set + " WHERE order_code = ?")) {
            update.setLong(1, checkout.orderCode());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void dies(NoticeSenders... senders) throws InterruptedException {
        weir.killServer();
        weir.startServer();
        for (var sender : senders) {
            assertThat(sender.awaitEnd()).as("every notice was answered 200 in the end").isTrue();
        }
        asked.forEach(checkout -> ask(checkout).expect(200));
        Api.eventually(Duration.ofSeconds(60), () -> Stream.concat(notified.stream(), asked.stream())
                .map(Checkout::status).distinct().toList(), List.of("completed")::equals);
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM platform_outbox"), left -> left == 0);
    }

    /** The transaction that writes this payment's money. */
    private Stop applying(Checkout checkout, Side side, String statement) {
        return wire.stop(side, statement, "payment/" + checkout.id());
    }

    /** The transaction that writes the notice. */
    private Stop receiving(Checkout checkout, Side side, String statement) {
        return wire.stop(side, statement, NoticeSenders.reference(checkout));
    }

    /** Paid at its gateway, whose notice is lost; the administrator asks, and is not answered. */
    private Stop asks(Checkout checkout, String statement) {
        checkout.finish("outcome=succeed&lost=on").expect(200);
        var stop = applying(checkout, Side.AFTER, statement);
        CompletableFuture.runAsync(() -> ask(checkout));
        return stop;
    }

    private Api.Answer ask(Checkout checkout) {
        return shop.administrator().post("/api/admin/reconciliation/" + checkout.id() + "/ask", null);
    }

    private NoticeSenders send(Checkout... checkouts) {
        var senders = new NoticeSenders(signer, List.of(checkouts));
        senders.start();
        return senders;
    }

    private Checkout notified() {
        notified.add(credits(shop.visitor()));
        return notified.get(notified.size() - 1);
    }

    private Checkout asked() {
        asked.add(credits(shop.visitor()));
        return asked.get(asked.size() - 1);
    }

    private Checkout credits(Shop.Buyer buyer) {
        return Checkout.of(weir, buyer.api(), buyer.api().post("/api/payment/checkout/credits",
                Map.of("credits_amount", 73, "gateway", "sandbox")).expect(201));
    }

    private void isActivatedOnce(Checkout checkout) {
        assertThat(checkout.receipts()).isEqualTo(1);
        assertThat(checkout.invoices()).isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_credit_purchase WHERE cause = ?", checkout.id()))
                .isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM metering_grant g JOIN subscriptions_credit_purchase p"
                + " ON g.source = CONCAT('credits/', p.id) WHERE p.cause = ?", checkout.id())).isEqualTo(1);
    }
}
