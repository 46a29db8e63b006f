package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.Verdict.Step;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Subject;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "PAID,PENDING,RECEIVE,money received: 99000 VND,false",
        "PAID,PROCESSING,RECEIVE,money received: 99000 VND,false",
        "PAID,COMPLETED,NONE,already completed,false", "PAID,REFUNDED,NONE,already refunded,false",
        "PAID,FAILED,RECEIVE,paid after it was failed; credited to the account,true",
        "PAID,CANCELLED,RECEIVE,paid after it was cancelled; credited to the account,true",
        "RECEIVED,PENDING,RECEIVE,money received: 99000 VND,false",
        "RECEIVED,COMPLETED,RECEIVE,'known, or credited to the account',false",
        "RECEIVED,CANCELLED,RECEIVE,paid after it was cancelled; credited to the account,true",
        "FAILED,PENDING,FAIL,failed,false", "FAILED,PROCESSING,FAIL,failed,false",
        "FAILED,COMPLETED,NONE,already completed,false",
        "FAILED,FAILED,NONE,already failed,false", "FAILED,CANCELLED,NONE,already cancelled,false",
        "CANCELLED,PENDING,CANCEL,cancelled,false", "CANCELLED,PROCESSING,CANCEL,cancelled,false",
        "CANCELLED,COMPLETED,NONE,already completed,false", "PROCESSING,PENDING,PROCESS,processing,false",
        "PROCESSING,PROCESSING,NONE,processing,false", "PROCESSING,COMPLETED,NONE,already completed,false"})
    void a_fact_moves_open_payments_and_loses_no_money(Outcome outcome, PaymentStatus status, Step step, String result,
            boolean needsPerson) {
        assertThat(Verdict.of(fact(outcome, Specimen.PRICE), Specimen.of("sandbox", status)))
                .isEqualTo(new Verdict(step, result, needsPerson));
    }

    @Test
    void an_exact_gateways_other_amount_or_any_other_currency_waits_for_a_person() {
        var open = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        var less = new Money(98_999, Specimen.DONG);
        var dollars = new Money(99_000, Currency.getInstance("USD"));
        assertThat(Verdict.of(fact(Outcome.PAID, less), open))
                .isEqualTo(new Verdict(Step.ATTEND, "amount mismatch: 98999 VND for 99000 VND", true));
        assertThat(Verdict.of(fact(Outcome.PAID, dollars), open).step()).isEqualTo(Step.ATTEND);
        assertThat(Verdict.of(fact(Outcome.RECEIVED, dollars), open).step()).isEqualTo(Step.ATTEND);
        assertThat(Verdict.of(fact(Outcome.PAID, dollars), Specimen.of("sandbox", PaymentStatus.FAILED)).step())
                .isEqualTo(Step.NONE);
    }

    @Test
    void a_transfer_may_be_any_amount() {
        var open = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        assertThat(Verdict.of(fact(Outcome.RECEIVED, new Money(1, Specimen.DONG)), open).step())
                .isEqualTo(Step.RECEIVE);
    }

    @Test
    void what_came_in_part_is_not_given_up_because_the_gateway_closed_it() {
        var partly = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        partly.receive(new Money(1, Specimen.DONG));
        assertThat(Verdict.of(fact(Outcome.CANCELLED, Specimen.PRICE), partly))
                .isEqualTo(new Verdict(Step.ATTEND, "cancelled while a person has to look", true));
    }

    @Test
    void an_exact_gateways_second_money_is_other_money() {
        var paid = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        paid.complete(Optional.of("pi_1"), Optional.empty(), Instant.EPOCH);
        assertThat(Verdict.of(Fact.OfPayment.paid(Subject.ofOrder(42), Specimen.PRICE, "pi_1"), paid).needsPerson())
                .isFalse();
        assertThat(Verdict.of(Fact.OfPayment.paid(Subject.ofOrder(42), Specimen.PRICE, "pi_2"), paid))
                .isEqualTo(new Verdict(Step.NONE, "paid once more: pi_2", true));
    }

    private static Fact.OfPayment fact(Outcome outcome, Money amount) {
        return new Fact.OfPayment(Subject.ofOrder(42), outcome, Optional.of(amount), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
