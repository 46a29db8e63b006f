package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Statements.Effect;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.payments.api.Statements.Yes;
import io.weir.payments.domain.Specimen;
import io.weir.payments.store.CandidateRows;
import io.weir.payments.store.LineRows;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineStepsTest {
    private static final UUID LINE = new UUID(0, 7);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));
    private static final UserId ADA = new UserId(new UUID(0, 77));
    private static final UserId BOB = new UserId(new UUID(0, 78));
    private final Fakes.Settled settled = new Fakes.Settled();
    private final Fakes.Ledger ledger = new Fakes.Ledger();
    private final Fakes.Audit audit = new Fakes.Audit();
    private final OneLine lines = new OneLine(line(Specimen.PRICE));
    private final DecisionList decisions = new DecisionList();
    private List<Money> byHand = List.of();

    @Test
    void a_yes_settles_the_payment_and_marks_the_line() {
        var approved = steps("", PaymentStatus.PENDING).approve(Fakes.TENANT, LINE, yes(ADA));
        assertThat(approved.effect()).isEqualTo(Effect.COUNTED);
        assertThat(approved.payment().status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(lines.line.status()).isEqualTo(LineStatus.MATCHED);
        assertThat(lines.line.payment()).contains(PAYMENT);
        assertThat(lines.line.decidedBy()).contains(ADA);
        assertThat(audit.actions).extracting(deed -> deed.split(" ")[0])
                .containsExactly("payment.approved", "statement-line.matched");
    }

    @Test
    void a_line_is_decided_once() {
        var steps = steps("", PaymentStatus.PENDING);
        steps.approve(Fakes.TENANT, LINE, yes(ADA));
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, yes(BOB))).hasMessage("LINE_DECIDED");
        assertThatThrownBy(() -> steps.ignore(Fakes.TENANT, LINE, BOB, "")).hasMessage("LINE_DECIDED");
        assertThatThrownBy(() -> steps.reopen(Fakes.TENANT, LINE, BOB)).hasMessage("LINE_DECIDED");
        assertThat(settled.fired).hasSize(1);
    }

    @Test
    void four_eyes_look_at_the_same_line() {
        var steps = steps("1000", PaymentStatus.PENDING);
        assertThat(steps.approve(Fakes.TENANT, LINE, yes(ADA)).effect()).isEqualTo(Effect.AWAITS_SECOND);
        assertThat(lines.line.status()).isEqualTo(LineStatus.OPEN);
        assertThat(lines.line.awaitsSecond()).isTrue();
        assertThat(settled.fired).isEmpty();
        var other = new Yes(new PaymentId(new UUID(0, 43)), BOB, "");
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, other)).hasMessage("LINE_AWAITS_OTHER");
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, yes(ADA))).hasMessage("APPROVED_BY_YOU");
        assertThat(steps.approve(Fakes.TENANT, LINE, yes(BOB)).effect()).isEqualTo(Effect.COUNTED);
        assertThat(settled.fired).hasSize(1);
    }

    @Test
    void money_that_was_approved_by_hand_is_counted_no_second_time() {
        byHand = List.of(Specimen.PRICE);
        var steps = steps("", PaymentStatus.COMPLETED);
        assertThatThrownBy(() -> steps.credit(Fakes.TENANT, LINE, yes(ADA))).hasMessage("MONEY_COUNTED");
        assertThat(steps.approve(Fakes.TENANT, LINE, yes(ADA)).effect()).isEqualTo(Effect.KNOWN);
        assertThat(ledger.booked).isEmpty();
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void money_for_a_decided_payment_is_the_accounts() {
        var steps = steps("", PaymentStatus.CANCELLED);
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, yes(ADA))).hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> steps.credit(Fakes.TENANT, LINE, yes(Specimen.PAYER))).hasMessage("OWN_PAYMENT");
        assertThat(steps.credit(Fakes.TENANT, LINE, yes(ADA)).effect()).isEqualTo(Effect.CREDITED);
        assertThat(ledger.booked).singleElement().satisfies(booking ->
                assertThat(booking.amount()).isEqualTo(Specimen.PRICE));
    }

    @Test
    void a_credit_takes_two_people_as_well() {
        var steps = steps("1000", PaymentStatus.FAILED);
        assertThat(steps.credit(Fakes.TENANT, LINE, yes(ADA)).effect()).isEqualTo(Effect.AWAITS_SECOND);
        assertThatThrownBy(() -> steps.credit(Fakes.TENANT, LINE, yes(ADA))).hasMessage("APPROVED_BY_YOU");
        assertThat(ledger.booked).isEmpty();
        assertThat(steps.credit(Fakes.TENANT, LINE, yes(BOB)).effect()).isEqualTo(Effect.CREDITED);
        assertThat(ledger.booked).hasSize(1);
    }

    @Test
    void a_credit_that_waits_can_be_agreed_to_or_is_withdrawn_with_its_line() {
        var steps = steps("1000", PaymentStatus.FAILED);
        steps.credit(Fakes.TENANT, LINE, yes(ADA));
        var waiting = decisions.only(Decision.Status.WAITING);
        assertThat(waiting.about().line()).contains(LINE);
        steps.reopen(Fakes.TENANT, LINE, BOB);
        assertThat(decisions.only(Decision.Status.WITHDRAWN).second()).contains(BOB);
        steps.credit(Fakes.TENANT, LINE, yes(ADA));
        assertThat(steps.confirm(Fakes.TENANT, decisions.only(Decision.Status.WAITING), BOB).effect())
                .isEqualTo(Effect.CREDITED);
        assertThat(ledger.booked).hasSize(1);
    }

    @Test
    void an_open_payment_or_another_currency_is_credited_nothing() {
        assertThatThrownBy(() -> steps("", PaymentStatus.PENDING).credit(Fakes.TENANT, LINE, yes(ADA)))
                .hasMessage("PAYMENT_OPEN");
        lines.line = line(new Money(1, Currency.getInstance("USD")));
        assertThatThrownBy(() -> steps("", PaymentStatus.FAILED).credit(Fakes.TENANT, LINE, yes(ADA)))
                .hasMessage("CURRENCY_MISMATCH");
    }

    @Test
    void ignoring_says_why_and_can_be_taken_back() {
        var steps = steps("", PaymentStatus.PENDING);
        assertThat(steps.ignore(Fakes.TENANT, LINE, ADA, " interest ").note()).contains("interest");
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, yes(ADA))).hasMessage("LINE_DECIDED");
        assertThat(steps.reopen(Fakes.TENANT, LINE, BOB).status()).isEqualTo(LineStatus.OPEN);
        assertThat(steps.approve(Fakes.TENANT, LINE, yes(ADA)).effect()).isEqualTo(Effect.COUNTED);
    }

    @Test
    void what_is_not_there_is_not_found() {
        var steps = steps("", PaymentStatus.PENDING);
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, new UUID(0, 8), yes(ADA))).hasMessage("LINE_NOT_FOUND");
        var unknown = new Yes(new PaymentId(new UUID(0, 43)), ADA, "");
        assertThatThrownBy(() -> steps.approve(Fakes.TENANT, LINE, unknown)).hasMessage("PAYMENT_NOT_FOUND");
    }

    private static Yes yes(UserId by) {
        return new Yes(PAYMENT, by, "seen");
    }

    private static Line line(Money amount) {
        return new Line(LINE, new UUID(0, 6), 3, LocalDate.of(2026, 2, 3), amount, Optional.empty(), "WR01234567",
                Optional.empty(), LineStatus.OPEN, Optional.empty(), false, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
    }

    private LineSteps steps(String fourEyesAbove, PaymentStatus status) {
        var tenant = Fakes.tenant(fourEyesAbove.isEmpty() ? Map.of()
                : Map.of("payments.four-eyes-above", fourEyesAbove));
        var gateways = Fakes.gateways(tenant);
        var settlement = new Settlement();
        settlement.settled = settled;
        settlement.receipts = new Fakes.Money();
        settlement.credits = ledger;
        settlement.time = new Fakes.StoppedClock();
        var approvals = new LockingApprovals();
        var steps = new LineSteps();
        steps.payments = new Fakes.OneRow(Specimen.of("manual", status));
        approvals.payments = steps.payments;
        approvals.gateways = gateways;
        approvals.settlement = settlement;
        approvals.audit = audit;
        approvals.time = settlement.time;
        steps.approvals = approvals;
        steps.settlement = settlement;
        steps.credits = ledger;
        steps.decisions = decisions.decisions(tenant, audit);
        steps.lines = lines;
        steps.candidates = new ByHand();
        steps.audit = audit;
        steps.time = settlement.time;
        return steps;
    }

    private final class ByHand extends CandidateRows {
        @Override
        public List<Money> byHand(TenantId tenant, PaymentId payment) {
            return byHand;
        }
    }

    /** One line, locked by whoever asks. */
    private static final class OneLine extends LineRows {
        private Line line;

        OneLine(Line line) {
            this.line = line;
        }

        @Override
        public Optional<Line> lock(TenantId tenant, UUID id) {
            return Optional.of(line).filter(found -> found.id().equals(id));
        }

        @Override
        public void decide(TenantId tenant, Line decided) {
            line = decided;
        }
    }
}
