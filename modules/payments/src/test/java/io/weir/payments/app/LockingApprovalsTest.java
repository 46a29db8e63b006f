package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals.Approval;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Specimen;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockingApprovalsTest {
    private static final UserId APPROVER = new UserId(new UUID(0, 77));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));
    private static final UserId OTHER = new UserId(new UUID(0, 78));
    private final Fakes.Settled settled = new Fakes.Settled();
    private final Fakes.Ledger ledger = new Fakes.Ledger();
    private Map<String, String> settings = Map.of();
    private final Fakes.Audit audit = new Fakes.Audit();
    private final List<Record> published = new ArrayList<>();

    @Test
    void an_approval_completes_settles_and_is_audited_once() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        var decided = approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "  seen on the statement "));
        var approved = decided.payment();
        assertThat(decided.awaitsSecond()).isFalse();
        assertThat(approved.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(approved.note()).contains("seen on the statement");
        assertThat(approved.completedAt()).contains(Fakes.NOW);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "")))
                .hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> approvals.reject(Fakes.TENANT, PAYMENT, APPROVER, "")).hasMessage("PAYMENT_DECIDED");
        assertThat(settled.fired).singleElement().satisfies(event -> assertThat(event.payment()).isEqualTo(approved));
        assertThat(audit.actions).singleElement().asString().startsWith("payment.approved payment/" + PAYMENT);
        assertThat(published).isEmpty();
    }

    @Test
    void a_rejection_fails_the_payment_and_says_so_afterwards() {
        var rejected = approvals("manual", PaymentStatus.PENDING).reject(Fakes.TENANT, PAYMENT, APPROVER, "never came");
        assertThat(rejected.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(published).containsExactly(new PaymentClosed(Fakes.TENANT, PAYMENT.toString(), "failed"));
        assertThat(settled.fired).isEmpty();
        assertThat(audit.actions).singleElement().asString().startsWith("payment.rejected");
    }

    @Test
    void nobody_decides_on_an_own_payment() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(Specimen.PAYER, "")))
                .hasMessage("OWN_PAYMENT");
        assertThatThrownBy(() -> approvals.reject(Fakes.TENANT, PAYMENT, Specimen.PAYER, "")).hasMessage("OWN_PAYMENT");
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void a_gateways_payment_is_the_gateways_to_decide() {
        var approvals = approvals("sandbox", PaymentStatus.PROCESSING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "")))
                .hasMessage("NOT_MANUAL");
    }

    @Test
    void an_unknown_payment_is_not_found() {
        var unknown = new PaymentId(new UUID(0, 43));
        assertThatThrownBy(() -> approvals("manual", PaymentStatus.PENDING)
                .approve(Fakes.TENANT, unknown, Approval.of(APPROVER, "")))
                .hasMessage("PAYMENT_NOT_FOUND");
    }

    @Test
    void a_note_that_does_not_fit_is_refused_before_anything_happens() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "x".repeat(1001))))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().fields()).isEqualTo(Map.of("note", "TOO_LONG")));
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void above_the_tenants_amount_two_people_have_to_agree() {
        var approvals = fourEyesAbove("98999");
        assertThat(approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "first")).awaitsSecond()).isTrue();
        assertThat(settled.fired).isEmpty();
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, "again")))
                .hasMessage("APPROVED_BY_YOU");
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(Specimen.PAYER, "")))
                .hasMessage("OWN_PAYMENT");
        var second = approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(OTHER, "second"));
        assertThat(second.awaitsSecond()).isFalse();
        assertThat(second.payment().status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(settled.fired).hasSize(1);
    }

    @Test
    void nobody_gets_by_alone_in_small_parts() {
        var approvals = fourEyesAbove("50000");
        assertThat(approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 1000)).awaitsSecond()).isTrue();
        assertThat(approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 2000)).awaitsSecond()).isTrue();
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void what_came_of_a_rejected_payment_is_the_accounts() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 40_000));
        approvals.reject(Fakes.TENANT, PAYMENT, APPROVER, "the rest never came");
        assertThat(ledger.booked).singleElement()
                .satisfies(booking -> assertThat(booking.amount()).isEqualTo(new Money(40_000, Specimen.DONG)));
    }

    @Test
    void an_amount_that_is_not_above_it_takes_one() {
        var decided = fourEyesAbove("99000").approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, ""));
        assertThat(decided.payment().status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void two_people_who_mean_different_sums_have_not_agreed() {
        var approvals = fourEyesAbove("1");
        approvals.approve(Fakes.TENANT, PAYMENT, Approval.of(APPROVER, ""));
        assertThat(approvals.approve(Fakes.TENANT, PAYMENT, received(OTHER, 50_000)).awaitsSecond()).isTrue();
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void what_comes_in_parts_completes_with_the_last_and_what_is_too_much_is_the_accounts() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        var part = approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 50_000)).payment();
        assertThat(part.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(part.remaining()).isEqualTo(new Money(49_000, Specimen.DONG));
        assertThat(settled.fired).isEmpty();
        var whole = approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 60_000)).payment();
        assertThat(whole.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(settled.fired).hasSize(1);
        assertThat(ledger.booked).singleElement().satisfies(booking -> {
            assertThat(booking.amount()).isEqualTo(new Money(11_000, Specimen.DONG));
            assertThat(booking.account()).isEqualTo(Specimen.ACCOUNT);
        });
    }

    @Test
    void the_same_part_sent_twice_counts_once() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 20_000));
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 20_000)))
                .hasMessage("SAME_AGAIN");
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, seen(OTHER, 20_000, "received-0")))
                .hasMessage("SEEN_CHANGED");
        var twice = approvals.approve(Fakes.TENANT, PAYMENT, seen(APPROVER, 20_000, "received-20000")).payment();
        assertThat(twice.progress().received()).isEqualTo(new Money(40_000, Specimen.DONG));
    }

    @Test
    void a_second_yes_that_is_sent_twice_begins_no_new_round() {
        var approvals = fourEyesAbove("1000");
        approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 20_000));
        approvals.approve(Fakes.TENANT, PAYMENT, received(OTHER, 20_000));
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, received(OTHER, 20_000)))
                .hasMessage("SAME_AGAIN");
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 20_000)))
                .hasMessage("SAME_AGAIN");
    }

    @Test
    void a_rule_that_is_no_number_asks_for_two_people_rather_than_failing() {
        assertThat(fourEyesAbove("lots").approve(Fakes.TENANT, PAYMENT, received(APPROVER, 1)).awaitsSecond())
                .isTrue();
    }

    @Test
    void who_looks_at_a_decided_payment_says_what_came_of_it() {
        var completed = Specimen.of("stripe", PaymentStatus.COMPLETED);
        var approvals = approvals(completed);
        assertThatThrownBy(() -> approvals.acknowledge(Fakes.TENANT, PAYMENT, APPROVER, "seen"))
                .hasMessage("PAYMENT_NEEDS_NOBODY");
        completed.needsPerson("more went back than was paid");
        assertThatThrownBy(() -> approvals.acknowledge(Fakes.TENANT, PAYMENT, APPROVER, " "))
                .hasMessage("VALIDATION_FAILED");
        assertThatThrownBy(() -> approvals.acknowledge(Fakes.TENANT, PAYMENT, Specimen.PAYER, "mine"))
                .hasMessage("OWN_PAYMENT");
        assertThat(approvals.acknowledge(Fakes.TENANT, PAYMENT, APPROVER, "booked").progress().attention()).isEmpty();
        assertThat(audit.actions).singleElement().asString().startsWith("payment.acknowledged")
                .contains("more went back", "booked");
        assertThatThrownBy(() -> approvals("manual", PaymentStatus.PENDING)
                .acknowledge(Fakes.TENANT, PAYMENT, APPROVER, "seen")).hasMessage("PAYMENT_OPEN");
    }

    @Test
    void money_in_another_currency_or_none_is_refused() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        var dollars = new Approval(APPROVER, "", Optional.of(new Money(1, Currency.getInstance("USD"))),
                Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, dollars)).hasMessage("CURRENCY_MISMATCH");
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, received(APPROVER, 0)))
                .hasMessage("AMOUNT_NOT_POSITIVE");
    }

    private static Approval received(UserId by, long dong) {
        return new Approval(by, "", Optional.of(new Money(dong, Specimen.DONG)), Optional.empty(),
                Optional.empty());
    }

    private static Approval seen(UserId by, long dong, String seen) {
        return new Approval(by, "", Optional.of(new Money(dong, Specimen.DONG)), Optional.empty(), Optional.of(seen));
    }

    @Test
    void a_card_number_in_a_note_is_refused_and_not_kept() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT,
                Approval.of(APPROVER, "paid by 4242 4242 4242 4242 12/27"))).hasMessage("RAW_CARD_REFUSED");
        assertThat(settled.fired).isEmpty();
    }

    private LockingApprovals fourEyesAbove(String amount) {
        settings = Map.of("payments.four-eyes-above", amount);
        return approvals("manual", PaymentStatus.PENDING);
    }

    private LockingApprovals approvals(String gateway, PaymentStatus status) {
        return approvals(Specimen.of(gateway, status));
    }

    private LockingApprovals approvals(PaymentEntity payment) {
        var settlement = new Settlement();
        settlement.settled = settled;
        settlement.receipts = new Fakes.Money();
        settlement.credits = ledger;
        settlement.outbox = (tenant, event) -> published.add(event);
        settlement.time = new Fakes.StoppedClock();
        var approvals = new LockingApprovals();
        approvals.payments = new Fakes.OneRow(payment);
        approvals.gateways = Fakes.gateways(Fakes.tenant(settings));
        approvals.settlement = settlement;
        approvals.audit = audit;
        approvals.time = new Fakes.StoppedClock();
        return approvals;
    }
}
