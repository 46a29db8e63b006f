package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.Verdict.Step;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.Notice.Outcome;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "PAID,PENDING,COMPLETE,completed,false", "PAID,PROCESSING,COMPLETE,completed,false",
        "PAID,COMPLETED,NONE,already completed,false", "PAID,REFUNDED,NONE,already refunded,false",
        "PAID,FAILED,NONE,paid after it was failed,true", "PAID,CANCELLED,NONE,paid after it was cancelled,true",
        "FAILED,PENDING,FAIL,failed,false", "FAILED,PROCESSING,FAIL,failed,false",
        "FAILED,COMPLETED,NONE,already completed,false",
        "FAILED,FAILED,NONE,already failed,false", "FAILED,CANCELLED,NONE,already cancelled,false",
        "CANCELLED,PENDING,CANCEL,cancelled,false", "CANCELLED,PROCESSING,CANCEL,cancelled,false",
        "CANCELLED,COMPLETED,NONE,already completed,false", "PROCESSING,PENDING,PROCESS,processing,false",
        "PROCESSING,PROCESSING,NONE,processing,false", "PROCESSING,COMPLETED,NONE,already completed,false",
        "IGNORED,PENDING,NONE,ignored,false", "IGNORED,COMPLETED,NONE,ignored,false"})
    void a_notice_moves_open_payments_only(Outcome outcome, PaymentStatus status, Step step, String result,
            boolean needsPerson) {
        assertThat(Verdict.of(stored("sandbox", outcome, Specimen.PRICE), Specimen.of("sandbox", status)))
                .isEqualTo(new Verdict(step, result, needsPerson));
    }

    @Test
    void another_amount_or_currency_completes_nothing() {
        var open = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        var less = new Money(98_999, Specimen.DONG);
        var dollars = new Money(99_000, Currency.getInstance("USD"));
        var mismatch = new Verdict(Step.NONE, "amount mismatch", true);
        assertThat(Verdict.of(stored("sandbox", Outcome.PAID, less), open)).isEqualTo(mismatch);
        assertThat(Verdict.of(stored("sandbox", Outcome.PAID, dollars), open)).isEqualTo(mismatch);
    }

    @Test
    void a_gateway_has_no_say_in_anothers_payments() {
        assertThat(Verdict.of(stored("sandbox", Outcome.PAID, Specimen.PRICE),
                Specimen.of("manual", PaymentStatus.PENDING)))
                .isEqualTo(new Verdict(Step.NONE, "payment of another gateway", true));
    }

    private static StoredNotice stored(String gateway, Outcome outcome, Money amount) {
        return new StoredNotice("1", gateway,
                new Notice("evt", 42, outcome, amount, Optional.empty(), Optional.empty()),
                Optional.empty());
    }
}
